package org.ecosec.trade.reference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class ConcordanceTest {

  private static final String PATH = "/trade/v1/concordances";

  private final Concordance concordance;

  ConcordanceTest(Concordance concordance) {
    this.concordance = concordance;
  }

  // UN Statistics Division: 811292 of 2017 was split into hafnium, rhenium and the rest in 2022.
  @Test
  void aSplitCodeHasAllItsTargets() {
    given()
        .queryParams(Map.of("product", "811292", "from", "2017", "to", "2022"))
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items.target", equalTo(List.of("811231", "811241", "811292")))
        .body("items[0].weight", equalTo(0.33333334f))
        .body("items[0].weightSource", equalTo("EQUAL_SPLIT"))
        .body("items[0].relationship", equalTo("ONE_TO_MANY"))
        .body("items[0].targets", equalTo(3));
    given()
        .queryParams(Map.of("product", "811231", "from", "2022", "to", "2017"))
        .get(PATH)
        .then()
        .body("items", hasSize(1))
        .body("items[0].target", equalTo("811292"))
        .body("items[0].weight", equalTo(1.0f))
        .body("items[0].weightSource", equalTo("EXACT"))
        .body("items[0].relationship", equalTo("MANY_TO_ONE"));
  }

  @Test
  void weightsAddUpToOneForEveryCodeOfEveryPairOfEditions() {
    for (String from : Concordance.EDITIONS) {
      for (String to : Concordance.EDITIONS) {
        for (String code : concordance.subheadings("", from)) {
          var targets = concordance.targets(code, from, to);
          assertThat(targets.values().stream().mapToDouble(Double::doubleValue).sum())
              .as("%s of %s in %s", code, from, to)
              .isCloseTo(1, within(1e-9));
          assertThat(targets.values()).allMatch(weight -> weight > 0);
        }
      }
    }
  }

  @Test
  void headingsAndChaptersStayAtTheirLevel() {
    assertThat(concordance.targets("2604", "1992", "2022")).containsOnlyKeys("2604");
    assertThat(concordance.targets("8112", "2017", "2022")).containsKey("8112");
    assertThat(concordance.targets("81", "2012", "2022").keySet())
        .allMatch(code -> code.length() == 2);
    assertThat(concordance.targets("811292", "2022", "2022")).containsOnlyKeys("811292");
  }

  // 041010 of 2022 took the insects out of twenty-odd codes of 2017, of 021099 among them.
  @Test
  void whereTradeIsLoadedItWeighs() {
    var query = Map.of("product", "021099", "from", "2017", "to", "2022");
    given()
        .queryParams(query)
        .get(PATH)
        .then()
        .body("items.target", equalTo(List.of("021099", "041010")))
        .body("items.weightSource.unique()", equalTo(List.of("EQUAL_SPLIT")));
    imported(
        """
        period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,classificationCode
        2023,JPN,CHN,M,021099,30,H6
        2023,JPN,W00,M,021099,99,H6
        2023,IND,CHN,M,041010,10,H6
        """,
        "concordance-trade");
    given()
        .queryParams(query)
        .get(PATH)
        .then()
        .body("items.weightSource.unique()", equalTo(List.of("TRADE")))
        .body("items.weight", equalTo(List.of(0.75f, 0.25f)));
  }

  @Test
  void theWholeTableIsPagedAndWrongWordsAreRefused() {
    var first =
        given().queryParams(Map.of("limit", 1000)).get(PATH).then().body("items", hasSize(1000));
    String next = first.extract().path("next");
    String last = first.extract().path("items[999].product");
    String following =
        given().queryParams(Map.of("limit", 1, "cursor", next)).get(PATH).path("items[0].product");
    assertThat(following).isGreaterThanOrEqualTo(last);
    given().queryParam("product", "2604x").get(PATH).then().statusCode(400);
    given().queryParam("to", "2020").get(PATH).then().statusCode(400).body(containsString("2017"));
    given().queryParam("product", "777777").get(PATH).then().statusCode(404);
  }
}
