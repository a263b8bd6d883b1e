package org.ecosec.trade.mirror;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.ecosec.trade.Api;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Reference;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class BalancesTest {

  private static final String BALANCES = "/trade/v1/balances";

  // By hand: twelve months of 10 out and 20 in make a year of 120 and 240, eleven make none.
  @Test
  void aYearOfWhichEveryMonthIsReportedIsItsSum() {
    var rows = new StringBuilder("period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n");
    for (int month = 1; month <= 12; month++) {
      rows.append(
          "2010%02d,FIN,DNK,X,TOTAL,10\n2010%02d,FIN,DNK,M,TOTAL,20\n".formatted(month, month));
      if (month < 12) {
        rows.append("2011%02d,FIN,DNK,X,TOTAL,10\n".formatted(month));
      }
    }
    rows.append("2010,DNK,FIN,X,TOTAL,230\n2010,DNK,FIN,M,TOTAL,125\n");
    imported(rows.toString().getBytes(UTF_8), Map.of("format", "comtrade", "source", "pair"))
        .body("rowsRejected", equalTo(0));
    var year = item("FIN", "DNK", "2010");
    assertThat(year.get("sides")).hasSize(2);
    assertThat(year.at("/sides/0/reporter").asText()).isEqualTo("FIN");
    assertThat(year.at("/sides/0/exportsUsd").doubleValue()).isEqualTo(120);
    assertThat(year.at("/sides/0/balanceUsd").doubleValue()).isEqualTo(-120);
    assertThat(year.at("/sides/0/sumOfMonths").booleanValue()).isTrue();
    assertThat(year.at("/sides/1/importsUsd").doubleValue()).isEqualTo(125);
    assertThat(year.at("/comparison/comparable").booleanValue()).isTrue();
    assertThat(Api.items(BALANCES, Map.of("reporter", "FIN", "partner", "DNK", "period", "2011")))
        .isEmpty();
    // April 2010 to March 2011 is reported for exports only.
    assertThat(item("FIN", "DNK", "FY2010").at("/sides/0/reason").asText())
        .isEqualTo("NO_IMPORT_REPORT");
  }

  // The figures of METHODS' and the official statements: 17.69 out and 5.15 bn back as quoted, and
  // Japan's own calendar 2023 of 2,235.195761 and 789.258811 bn yen at 140.488258 yen a dollar
  // (mean of
  // the twelve months of Federal Reserve H.10): 15.910196 and 5.617970 bn.
  @Test
  void theQuotedDeficitStandsBesideJapansOwnReportAndIsNotComparable() throws IOException {
    for (String flow : List.of("exports", "imports")) {
      imported(
          ofIndia("japan-" + flow + ".history.csv.gz"),
          Map.of(
              "format", "mapped",
              "source", "mof-japan-trade",
              "profile",
                  flow.equals("exports")
                      ? "japan-customs-annual-exports"
                      : "japan-customs-annual"));
    }
    var deficit = item("IND", "JPN", "FY2023");
    var quoted = deficit.at("/statements/0");
    assertThat(quoted.get("importsUsd").decimalValue()).isEqualByComparingTo("17690000000");
    assertThat(quoted.get("exportsUsd").decimalValue()).isEqualByComparingTo("5150000000");
    assertThat(quoted.get("publisher").asText()).contains("Drishti IAS");
    assertThat(deficit.get("sides")).isEmpty();
    var own =
        StreamSupport.stream(deficit.get("beside").spliterator(), false)
            .filter(side -> side.get("period").asText().equals("2023"))
            .findFirst()
            .orElseThrow();
    assertThat(own.get("reporter").asText()).isEqualTo("JPN");
    assertThat(own.get("exportsUsd").doubleValue()).isCloseTo(15.910196e9, within(1e6));
    assertThat(own.get("importsUsd").doubleValue()).isCloseTo(5.617970e9, within(1e6));
    assertThat(deficit.at("/comparison/comparable").booleanValue()).isFalse();
    assertThat(deficit.at("/comparison/reason").asText()).isEqualTo("DIFFERENT_PERIOD");
    // Ten months that a source quotes stand beside no full year.
    var part = item("IND", "JPN", "2024-04/2025-01");
    assertThat(part.get("freq").asText()).isEqualTo("P");
    assertThat(part.get("beside")).isEmpty();
  }

  /** The lines of the shipped file about India in the last years, with its header. */
  private static byte[] ofIndia(String name) throws IOException {
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(Reference.file(name)))) {
      return new String(unpacked.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.startsWith("ex_im,") || line.matches("\\w+,India,.*,202[2-4],.*"))
          .collect(Collectors.joining("\n"))
          .getBytes(UTF_8);
    }
  }

  @Test
  void aPairNeedsTwoEconomies() {
    given().queryParam("reporter", "IND").get(BALANCES).then().statusCode(400);
    given()
        .queryParams(Map.of("reporter", "IND", "partner", "XXY"))
        .get(BALANCES)
        .then()
        .statusCode(400);
  }

  private static JsonNode item(String reporter, String partner, String period) {
    var items =
        Api.items(BALANCES, Map.of("reporter", reporter, "partner", partner, "period", period));
    assertThat(items).as(List.of(reporter, partner, period).toString()).hasSize(1);
    return items.get(0);
  }
}
