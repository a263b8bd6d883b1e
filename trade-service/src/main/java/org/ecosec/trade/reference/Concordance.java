package org.ecosec.trade.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * What became of an HS code from one edition to another, in steps from edition to edition (UN
 * Statistics Division). A code that was split gives all its targets; each step shares its weight
 * among them in equal parts, because the table has no trade to weigh with.
 */
@Singleton
public class Concordance {

  /** The editions in their order. */
  public static final List<String> EDITIONS =
      List.of("1992", "1996", "2002", "2007", "2012", "2017", "2022");

  // By "from to": each code with its targets.
  private final Map<String, NavigableMap<String, SortedSet<String>>> steps = new TreeMap<>();

  Concordance() {
    var file = Concordance.class.getResourceAsStream("/reference/hs-concordance.csv.gz");
    if (file == null) {
      throw new IllegalStateException("The product lacks its list hs-concordance.csv.gz");
    }
    try (var csv =
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(new GZIPInputStream(file), UTF_8))) {
      csv.forEach(
          row -> {
            var newer = row.getField("newer");
            var older = row.getField("older");
            add(older, newer, row.getField("olderCode"), row.getField("newerCode"));
            add(newer, older, row.getField("newerCode"), row.getField("olderCode"));
          });
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void add(String from, String to, String code, String target) {
    steps
        .computeIfAbsent(from + " " + to, pair -> new TreeMap<>())
        .computeIfAbsent(code, key -> new TreeSet<>())
        .add(target);
  }

  /**
   * Every target of a code with its share of it; the shares add up to 1. A chapter or heading (2 or
   * 4 digits) is shared out over its subheadings and gathered again at its own level. Empty only if
   * the edition has no such code.
   */
  public Map<String, Double> targets(String code, String from, String to) {
    var subheadings = subheadings(code, from);
    var gathered = new TreeMap<String, Double>();
    for (String subheading : subheadings) {
      walk(subheading, from, to)
          .forEach(
              (target, share) ->
                  gathered.merge(
                      target.substring(0, code.length()), share / subheadings.size(), Double::sum));
    }
    return gathered;
  }

  /** The subheadings of an edition that begin with a code, in order. */
  public List<String> subheadings(String code, String edition) {
    int index = EDITIONS.indexOf(edition);
    var neighbour = index > 0 ? EDITIONS.get(index - 1) : EDITIONS.get(index + 1);
    return List.copyOf(
        step(edition, neighbour).subMap(code, true, code + Character.MAX_VALUE, true).keySet());
  }

  private Map<String, Double> walk(String subheading, String from, String to) {
    Map<String, Double> shares = Map.of(subheading, 1.0);
    int at = EDITIONS.indexOf(from);
    int end = EDITIONS.indexOf(to);
    while (at != end) {
      int next = at + Integer.signum(end - at);
      var step = step(EDITIONS.get(at), EDITIONS.get(next));
      var after = new TreeMap<String, Double>();
      shares.forEach(
          (code, share) -> {
            // A code that the next edition's table lacks goes on as it is: never nothing.
            var targets = step.getOrDefault(code, new TreeSet<>(List.of(code)));
            targets.forEach(target -> after.merge(target, share / targets.size(), Double::sum));
          });
      shares = after;
      at = next;
    }
    return shares;
  }

  private NavigableMap<String, SortedSet<String>> step(String from, String to) {
    return steps.getOrDefault(from + " " + to, new TreeMap<>());
  }
}
