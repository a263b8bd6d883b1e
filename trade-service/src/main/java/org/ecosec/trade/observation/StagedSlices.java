package org.ecosec.trade.observation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the slices, products and partners of one import as they come, and gives each cell of them
 * one number: equal where slice, product and partner are, and neighbours where slice and product
 * are.
 */
final class StagedSlices {

  private static final int PRODUCT_BITS = 21;
  private static final int PARTNER_BITS = 18;
  private static final int MAX_SLICES = 200_000;

  private final Map<Key, Slice> slices = new HashMap<>();
  private final Map<String, Integer> products = new HashMap<>();
  private final Map<String, Integer> partners = new HashMap<>();
  private @Nullable Slice last;

  /** What a slice is, but for its source, which the import has. */
  record Key(String reporter, Flow flow, String classification, String edition, String period) {}

  /** A slice of the import: how many rows it has, and their digest in no order. */
  static final class Slice {
    private final int number;
    private final Key key;
    private final RowDigest digest = new RowDigest();
    private long rows;

    Slice(int number, Key key) {
      this.number = number;
      this.key = key;
    }

    int number() {
      return number;
    }

    Key key() {
      return key;
    }

    long rows() {
      return rows;
    }

    String digest() {
      return digest.text();
    }

    void add(CharSequence row, int from) {
      digest.add(row, from);
      rows++;
    }
  }

  Slice of(TradeObservation row) {
    var known = last;
    if (known != null && isOf(row, known.key)) {
      return known;
    }
    var key =
        new Key(row.reporter(), row.flow(), row.classification(), row.edition(), row.period());
    var slice = slices.computeIfAbsent(key, added -> new Slice(slices.size(), added));
    if (slices.size() > MAX_SLICES) {
      throw Problem.unprocessable(
          "too-many-slices",
          "The file reports over "
              + MAX_SLICES
              + " slices (reporter, flow, period); send it in parts.");
    }
    last = slice;
    return slice;
  }

  long cell(Slice slice, String product, String partner) {
    long place = (long) slice.number << (PRODUCT_BITS + PARTNER_BITS);
    place |= (long) number(products, product, 1 << PRODUCT_BITS) << PARTNER_BITS;
    return place | number(partners, partner, 1 << PARTNER_BITS);
  }

  /** The slice's number of a cell, as SQL over {@code cell}. */
  static String sliceOf(String cell) {
    return "(" + cell + " >> " + (PRODUCT_BITS + PARTNER_BITS) + ")::integer";
  }

  List<Slice> all() {
    return List.copyOf(slices.values());
  }

  private static boolean isOf(TradeObservation row, Key key) {
    return row.period().equals(key.period)
        && row.reporter().equals(key.reporter)
        && row.flow() == key.flow
        && row.edition().equals(key.edition)
        && row.classification().equals(key.classification);
  }

  private static int number(Map<String, Integer> numbers, String text, int limit) {
    var number = numbers.get(text);
    if (number == null) {
      number = numbers.size();
      if (number >= limit) {
        throw Problem.unprocessable(
            "too-many-codes", "The file has over " + limit + " different codes; send it in parts.");
      }
      numbers.put(text, number);
    }
    return number;
  }
}
