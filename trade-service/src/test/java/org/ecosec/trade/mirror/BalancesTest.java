package org.ecosec.trade.mirror;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.ecosec.trade.Api;
import org.ecosec.trade.RealTrade;
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
