package org.ecosec.trade.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.ecosec.trade.Api;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class DependencyListTest {

  private static final String DEPENDENCIES = "/trade/v1/dependencies";
  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n";
  private static final List<String> PRODUCTS = List.of("0101", "0102", "0103", "0104", "0105");

  // Imports are spread over four suppliers: C1 fails wherever they are known.
  @Test
  void pagesOfASortedOrChosenListAreTheWholeListInPieces() {
    var rows = new StringBuilder(HEADER);
    for (int i = 0; i < PRODUCTS.size(); i++) {
      for (int year = 2001; year <= 2003; year++) {
        long value = 100 + 50L * ((i * 3 + year) % 4);
        rows.append("%d,ISL,W00,M,%s,%d\n".formatted(year, PRODUCTS.get(i), 4 * value));
        for (String partner : List.of("CHN", "AUS", "BRA", "CAN")) {
          if (i > 0) {
            rows.append("%d,ISL,%s,M,%s,%d\n".formatted(year, partner, PRODUCTS.get(i), value));
          }
        }
      }
    }
    imported(rows.toString(), "dependency-list");
    eventually(() -> assertThat(pages(Map.of(), 1000)).hasSize(15));
    var byKey = pages(Map.of(), 1000);
    for (String sort : List.of("importsUsd", "-importsUsd", "yearsMet", "-hhiLower")) {
      assertThat(pages(Map.of("sort", sort), 2))
          .as(sort)
          .containsExactlyElementsOf(pages(Map.of("sort", sort), 1000))
          .containsExactlyInAnyOrderElementsOf(byKey);
    }
    var values =
        StreamSupport.stream(
                Api.items(
                        DEPENDENCIES,
                        Map.of(
                            "importer", "ISL", "source", "dependency-list", "sort", "importsUsd"))
                    .spliterator(),
                false)
            .map(item -> item.get("importsUsd").decimalValue())
            .toList();
    assertThat(values).hasSize(15).isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(pages(Map.of("verdict", "NONE"), 2))
        .containsExactlyElementsOf(byKey.stream().filter(DependencyListTest::isOpen).toList());
    assertThat(pages(Map.of("verdict", "NOT_DEPENDENT"), 5))
        .containsExactlyElementsOf(byKey.stream().filter(cell -> !isOpen(cell)).toList());

    var largestFirst = pages(Map.of("sort", "-importsUsd"), 1000);
    assertThat(largestFirst.getFirst()).isNotEqualTo("0102 2003");
    var before = Instant.now().toString();
    imported(HEADER + "2003,ISL,W00,M,0102,90000\n", "dependency-list");
    eventually(
        () -> assertThat(pages(Map.of("sort", "-importsUsd"), 1000)).startsWith("0102 2003"));
    assertThat(pages(Map.of("sort", "-importsUsd", "asOf", before), 1000))
        .containsExactlyElementsOf(largestFirst);
  }

  // Nobody sold 0101 by name; of 2001 the two years before are not known.
  private static boolean isOpen(String cell) {
    return cell.startsWith("0101") || cell.endsWith("2001");
  }

  /** Product and period of each item, page by page. */
  private static List<String> pages(Map<String, String> more, int limit) {
    var query = new HashMap<String, Object>(more);
    query.putAll(Map.of("importer", "ISL", "source", "dependency-list", "limit", limit));
    var found = new ArrayList<String>();
    while (true) {
      var page = Api.get(DEPENDENCIES, query);
      page.get("items")
          .forEach(
              item -> found.add(item.get("product").asText() + " " + item.get("period").asText()));
      if (page.get("next").isNull()) {
        return found;
      }
      query.put("cursor", page.get("next").asText());
    }
  }
}
