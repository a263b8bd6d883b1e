package org.ecosec.trade.complexity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.complexity.math.Exports;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.ecosec.trade.reference.Products;

/**
 * Reads who exports what: from the exporters' own reports, or, where too few report, from what all
 * importers say. The two never mix within a matrix.
 */
@ApplicationScoped
class ExportMatrices {

  private static final String ROWS =
      """
      select s.reporter, o.partner, o.product, o.value_usd
      from slice s join observation o
        on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
      where s.source = ? and s.classification = ? and s.edition = ? and s.period = ?
        and s.freq = 'A' and s.flow = ? and o.to_revision is null and o.value_usd > 0
      order by s.reporter, o.product, o.partner
      """;

  private final Database database;
  private final Economies economies;
  private final Products products;

  ExportMatrices(Database database, Economies economies, Products products) {
    this.database = database;
    this.economies = economies;
    this.products = products;
  }

  Exports reported(MatrixKey key) {
    var world = new HashMap<String, Double>();
    var partners = new HashMap<String, Double>();
    var seen = new HashSet<String>();
    each(
        key,
        "EXPORT",
        (reporter, partner, product, value) -> {
          var cell = reporter + " " + product;
          seen.add(product);
          if (partner.code().equals(Economies.WORLD)) {
            world.put(cell, value);
          } else if (partner.kind() != Economy.Kind.AGGREGATE && !partner.code().equals(reporter)) {
            partners.merge(cell, value, Double::sum);
          }
        });
    // The World row, or the sum of the partners where the source has none.
    world.forEach(partners::put);
    return exports(key, partners, seen);
  }

  Exports mirrored(MatrixKey key) {
    var cells = new HashMap<String, Double>();
    var seen = new HashSet<String>();
    each(
        key,
        "IMPORT",
        (reporter, partner, product, value) -> {
          if (partner.supplies() && !partner.code().equals(reporter)) {
            seen.add(product);
            cells.merge(partner.code() + " " + product, value, Double::sum);
          }
        });
    return exports(key, cells, seen);
  }

  private Exports exports(MatrixKey key, Map<String, Double> cells, Set<String> seen) {
    var leaves = leaves(key.classification(), seen);
    var exports = new Exports();
    // In one order, so that the same rows give the same digits.
    new java.util.TreeMap<>(cells)
        .forEach(
            (cell, value) -> {
              var product = cell.substring(cell.indexOf(' ') + 1);
              if (leaves.contains(product)) {
                exports.add(cell.substring(0, cell.indexOf(' ')), product, value);
              }
            });
    return exports;
  }

  /** Products that no other one of the file is part of: a parent beside its child counts twice. */
  private Set<String> leaves(String classification, Set<String> seen) {
    var leaves = new HashSet<>(seen);
    for (String code : seen) {
      if (classification.equals(Products.HS)) {
        for (int digits = 2; digits < code.length(); digits += 2) {
          leaves.remove(code.substring(0, digits));
        }
      } else {
        products.find(classification, code).ifPresent(product -> leaves.remove(product.parent()));
      }
    }
    leaves.remove("TOTAL");
    return leaves;
  }

  @FunctionalInterface
  private interface RowUse {
    void take(String reporter, Economy partner, String product, double value);
  }

  private void each(MatrixKey key, String flow, RowUse use) {
    database.each(
        ROWS,
        row ->
            use.take(
                row.getString(1),
                economies.of(row.getString(2)),
                row.getString(3),
                row.getDouble(4)),
        key.source(),
        key.classification(),
        key.edition(),
        key.period(),
        flow);
  }
}
