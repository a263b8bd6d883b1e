package org.ecosec.trade.reference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.Api;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class SectorSchemesTest {

  private static final String SCHEMES = "/trade/v1/sector-schemes";
  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n";

  private final Watchlist watchlist;

  SectorSchemesTest(Watchlist watchlist) {
    this.watchlist = watchlist;
  }

  @Test
  void theOfficialFiveAreOneSchemeAndTheWiderSectorsAnother() {
    var five = Api.get(SCHEMES + "/official-five", Map.of());
    assertThat(StreamSupport.stream(five.get("baskets").spliterator(), false))
        .extracting(basket -> basket.get("sector").asText())
        .containsExactly(
            "semiconductors",
            "critical-minerals",
            "telecommunications",
            "clean-energy",
            "pharmaceuticals");
    var wider = Api.get(SCHEMES + "/strategic-industries", Map.of());
    assertThat(StreamSupport.stream(wider.get("baskets").spliterator(), false))
        .extracting(basket -> basket.get("sector").asText())
        .contains("ai-compute-and-data-centres", "infrastructure", "machinery", "metals");
    for (var code : Api.items("/trade/v1/sectors", Map.of("limit", 1000))) {
      assertThat(code.get("reason").asText()).isNotBlank();
      assertThat(code.get("version").intValue()).isPositive();
    }
  }

  @Test
  void anEditedBasketIsANewVersionAndItsProductsAreWatched() {
    created("desk", "fertiliser-inputs", "280200").statusCode(201);
    assertThat(watchlist.now().watches("IND", "HS", "280200")).isTrue();
    assertThat(watchlist.now().watches("IND", "HS", "280300")).isFalse();
    var then = Instant.now().toString();
    var before = Api.get(SCHEMES + "/desk", Map.of());
    var etag = given().get(SCHEMES + "/desk").header("ETag");
    changed("desk", "280300", null).statusCode(428);
    changed("desk", "280300", "\"stale\"").statusCode(412);
    changed("desk", "280300", etag).statusCode(200).body("version", equalTo(2));
    assertThat(watchlist.now().watches("IND", "HS", "280300")).isTrue();
    assertThat(watchlist.now().watches("IND", "HS", "280200")).isFalse();
    assertThat(Api.get(SCHEMES + "/desk", Map.of("asOf", then))).isEqualTo(before);
    assertThat(Api.items(SCHEMES + "/desk/versions", Map.of())).hasSize(2);
    assertThat(Api.items("/trade/v1/sectors", Map.of("sector", "fertiliser-inputs", "asOf", then)))
        .hasSize(1);
    var now = given().get(SCHEMES + "/desk").header("ETag");
    changed("desk", "280300", now).statusCode(200).body("version", equalTo(2));
    created("desk", "fertiliser-inputs", "280200").statusCode(409);
  }

  @Test
  void aSchemeThatIsWrongIsRefusedWithItsPlace() {
    created("Desk 1", "inputs", "280200").statusCode(422);
    created("wrong-code", "inputs", "28O2").statusCode(422);
    created("no-reason", "inputs", "280200", " ").statusCode(422);
    given()
        .header("Authorization", Tokens.bearer("analyst"))
        .contentType("application/json")
        .body(scheme("mine", "inputs", "280200", "for a test"))
        .post(SCHEMES)
        .then()
        .statusCode(403);
    given().get(SCHEMES + "/nothing").then().statusCode(404);
  }

  @Test
  void newsOfANewlyWatchedProductIsTold() {
    var indicators = new Topic("trade.indicators.v1");
    created("told-desk", "told-inputs", "281000").statusCode(201);
    imported(HEADER + "2020,IND,CHN,M,281000,80\n2020,IND,W00,M,281000,100\n", "newly-watched");
    var told =
        indicators.await(1, record -> record.value().contains("\"source\":\"newly-watched\""));
    assertThat(told).isNotEmpty();
    assertThat(told.getFirst().value()).contains("told-inputs");
  }

  // By hand: 8541 holds 854110, so of the three only 8541 and 8542 count: 100 concentrated of 300.
  @Test
  void aSectorAddsUpWithoutCountingACodeInsideAnotherOne() {
    imported(
        HEADER
            + "2020,EGY,CHN,M,8541,90\n2020,EGY,W00,M,8541,100\n2020,EGY,CHN,M,854110,50\n2020,EGY,W00,M,854110,50\n"
            + "2020,EGY,CHN,M,8542,50\n2020,EGY,AUS,M,8542,50\n2020,EGY,CAN,M,8542,50\n2020,EGY,FRA,M,8542,50\n2020,EGY,W00,M,8542,200\n",
        "sector-sum");
    eventually(
        () -> {
          var items =
              Api.items(
                  "/trade/v1/sector-indicators",
                  Map.of("importer", "EGY", "scheme", "official-five", "sector", "semiconductors"));
          assertThat(items).hasSize(1);
          var chips = items.get(0);
          assertThat(chips.get("codesReported").intValue()).isEqualTo(3);
          assertThat(chips.get("codesCounted").intValue()).isEqualTo(2);
          assertThat(chips.get("totalUsd").doubleValue()).isEqualTo(300);
          assertThat(chips.get("concentratedShare").doubleValue()).isCloseTo(1 / 3.0, within(1e-9));
          assertThat(chips.get("concentrated").intValue()).isEqualTo(1);
          assertThat(chips.get("notConcentrated").intValue()).isEqualTo(1);
          assertThat(chips.get("mostConcentrated").asText()).isEqualTo("8541");
        });
    given().get("/trade/v1/sector-indicators").then().statusCode(400);
  }

  private static ValidatableResponse created(String id, String sector, String code) {
    return created(id, sector, code, "for a test");
  }

  private static ValidatableResponse created(String id, String sector, String code, String reason) {
    return given()
        .header("Authorization", Tokens.bearer("steward"))
        .contentType("application/json")
        .body(scheme(id, sector, code, reason))
        .post(SCHEMES)
        .then();
  }

  private static ValidatableResponse changed(
      String id, String code, @org.jspecify.annotations.Nullable String ifMatch) {
    var request =
        given()
            .header("Authorization", Tokens.bearer("steward"))
            .contentType("application/json")
            .body(scheme(id, "fertiliser-inputs", code, "for a test"));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.put(SCHEMES + "/" + id).then();
  }

  private static String scheme(String id, String sector, String code, String reason) {
    return """
        {"id": "%s", "title": "A desk's own", "source": "the desk", "baskets": [
          {"sector": "%s", "title": "Inputs", "codes": [
            {"classification": "HS", "code": "%s", "reason": "%s"}]}]}
        """
        .formatted(id, sector, code, reason);
  }
}
