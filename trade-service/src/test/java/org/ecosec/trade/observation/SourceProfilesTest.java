package org.ecosec.trade.observation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.RealTrade;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class SourceProfilesTest {

  private static final String PATH = "/trade/v1/source-profiles";
  private static final String PROFILE =
      """
      {"name": "%s", "source": "ministry-of-testing", "reporter": "JPN", "classification": "JP-TEST",
       "currency": "JPY", "unit": 1000,
       "period": {"column": "年月", "style": "YYYYMM"},
       "partner": {"column": "国", "codes": {"中国": "CHN", "世界": "SKIP"}},
       "product": {"column": "品目"},
       "values": [{"column": "輸入", "flow": "IMPORT"}, {"column": "輸出", "flow": "EXPORT"}],
       "quantity": {"column": "数量", "unitColumn": "単位"}}
      """;

  @Test
  void theShippedProfilesAreListed() {
    given()
        .get(PATH)
        .then()
        .statusCode(200)
        .body(
            "items.profile.name",
            hasItems(
                "japan-customs-annual",
                "india-tradestat-monthly",
                "india-tradestat-hs2-financial-year",
                "india-tradestat-hs8-exports-financial-year"));
    given().get(PATH + "/japan-customs-annual").then().body("shipped", equalTo(true));
    given().get(PATH + "/none").then().statusCode(404);
  }

  @Test
  void aStewardMakesAProfileChangesItAndImportsUseTheNewest() {
    create(PROFILE.formatted("made-here"), "steward").statusCode(201).body("version", equalTo(1));
    create(PROFILE.formatted("made-here"), "steward").statusCode(409);
    create(PROFILE.formatted("made-by-reader"), "reader").statusCode(403);
    var csv = "年月,国,品目,輸入,輸出,数量,単位\n202403,中国,A-1,2,,5,kg\n202403,世界,A-1,3,,5,kg\n";
    var query = Map.of("format", "mapped", "profile", "made-here");
    imported(csv.getBytes(UTF_8), query)
        .body("rowsAdded", equalTo(1))
        .body("rowsIgnored", equalTo(1))
        .body("source", equalTo("ministry-of-testing"));
    // The average of March 2024 is 149.7867 yen a dollar in H.10.
    given()
        .queryParams(Map.of("source", "ministry-of-testing"))
        .get("/trade/v1/observations")
        .then()
        .body("items[0].quantity", equalTo(5))
        .body("items[0].quantityUnit", equalTo("kg"))
        .body("items[0].classification", equalTo("JP-TEST"))
        .body(containsString("\"valueUsd\":13.35,"));

    var changed = PROFILE.formatted("made-here").replace("1000", "2000");
    change("made-here", changed, null).statusCode(428);
    change("made-here", changed, "\"other\"").statusCode(412);
    var tag = given().get(PATH + "/made-here").header("ETag");
    change("made-here", changed, tag).statusCode(200).body("version", equalTo(2));
    given().get(PATH + "/made-here?version=1").then().body("profile.unit", equalTo(1000));
    imported(csv.getBytes(UTF_8), query).body("rowsRevised", equalTo(1));
  }

  @Test
  void aProfileThatCannotWorkIsRefusedWithTheFieldThatIsWrong() {
    refused(PROFILE.formatted("Not A Name"), "/name");
    refused(PROFILE.formatted("bad-reporter").replace("\"JPN\"", "\"QQQ\""), "/reporter");
    refused(PROFILE.formatted("bad-currency").replace("\"JPY\"", "\"XAU\""), "/currency");
    refused(PROFILE.formatted("bad-unit").replace("1000", "0"), "/unit");
    refused(PROFILE.formatted("bad-flows").replace("\"EXPORT\"", "\"IMPORT\""), "/values");
    refused(PROFILE.formatted("bad-partner").replace("\"CHN\"", "\"QQQ\""), "/partner/codes");
    refused(PROFILE.formatted("bad-product").replace("{\"column\": \"品目\"}", "{}"), "/product");
    create(PROFILE.formatted("bad-style").replace("YYYYMM", "YY"), "steward").statusCode(400);
    create(PROFILE.formatted("japan-customs-annual"), "steward").statusCode(409);
    create("{}", "steward").statusCode(422);
  }

  private static void refused(String profile, String pointer) {
    create(profile, "steward")
        .statusCode(422)
        .body("type", equalTo("urn:ecosec:problem:bad-source-profile"))
        .body("errors[0].pointer", equalTo(pointer));
  }

  private static ValidatableResponse create(String profile, String role) {
    return given()
        .header("Authorization", Tokens.bearer(role))
        .contentType("application/json; charset=UTF-8")
        .body(profile)
        .post(PATH)
        .then();
  }

  private static ValidatableResponse change(String name, String profile, @Nullable String tag) {
    var request =
        given()
            .header("Authorization", Tokens.bearer("steward"))
            .contentType("application/json; charset=UTF-8")
            .body(profile);
    return (tag == null ? request : request.header("If-Match", tag)).put(PATH + "/" + name).then();
  }
}
