package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.ecosec.alerts.ledger.People;
import org.ecosec.platform.ledger.ChainVerification;
import org.ecosec.platform.ledger.ChainVerification.Outcome.Broken;
import org.ecosec.platform.ledger.ChainVerification.Outcome.Valid;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** The record of who was told and who was not, as somebody else verifies it. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class LedgerTest {

  private final String product = Indicator.newProduct();
  private final People people;

  LedgerTest(People people) {
    this.people = people;
  }

  @Test
  void anAlertsWholeStoryIsChainedAndVerifiesOffline() throws IOException {
    try (var desk = new Receiver().answering(500)) {
      var told = Api.subscribe(desk.url(), product);
      var other = Api.subscribe("http://127.0.0.1:1/", "999999");
      Indicator.of(product).publish();
      desk.await(2);
      var alertId = Api.alert(product, 1).path("alertId").asText();
      Api.as("analyst").body("{}").post(Api.ALERTS + "/" + alertId + "/acknowledgements");
      desk.await(3);
      var entries =
          Eventually.get("all is sealed", () -> entries(alertId), found -> found.size() >= 6);
      assertThat(entries)
          .extracting(entry -> entry.path("kind").asText())
          .containsExactly(
              "SETTLED", "ATTEMPTED", "ATTEMPTED", "ACKNOWLEDGED", "SETTLED", "ATTEMPTED");
      assertThat(entries.getFirst().at("/told").toString()).contains(told.id());
      assertThat(entries.getFirst().at("/notTold/FILTERED").toString()).contains(other.id());
      assertThat(entries)
          .extracting(entry -> entry.path("status").asText())
          .containsExactly("", "500", "204", "", "", "204");
      // The person is an opaque id, and the chain outlives the erasing of the person.
      assertThat(entries.get(3).path("by").asText())
          .isEqualTo(people.find("analyst-of-tests").orElseThrow().toString());
      assertThat(people.erase(people.find("analyst-of-tests").orElseThrow())).isTrue();
      assertThat(export()).doesNotContain("analyst-of-tests").doesNotContain(desk.url());
      assertThat(verified(export())).isInstanceOf(Valid.class);
    }
  }

  @Test
  void aForgedEntryIsNamed() throws IOException {
    Indicator.of(product).publish();
    var alertId = Api.alert(product, 1).path("alertId").asText();
    Eventually.holds("it is sealed", () -> !entries(alertId).isEmpty());
    var lines = export().lines().toList();
    int number = 0;
    while (!lines.get(number).contains(alertId)) {
      number++;
    }
    var forged = String.join("\n", lines).replace("concentration|JPN|HS|" + product, "nothing");
    assertThat(verified(forged)).isInstanceOf(Broken.class);
    assertThat(verified(forged).toString()).contains(Integer.toString(number + 1));
    assertThatThrownBy(() -> Database.execute("update ledger_entry set content = '{}'"))
        .hasStackTraceContaining("are final");
    assertThatThrownBy(() -> Database.execute("truncate ledger_entry"))
        .hasStackTraceContaining("are final");
  }

  @Test
  void aChainIsForThoseWhoMaySeeItsLevel() throws IOException {
    var measure = "chained-" + product;
    Sample.of("trade.exposures.v1")
        .put("measureId", measure)
        .put("handling", "RESTRICTED")
        .publish(measure + "|JPN");
    Eventually.holds("it is sealed", () -> restricted().contains(measure));
    assertThat(verified(restricted())).isInstanceOf(Valid.class);
    assertThat(export()).doesNotContain(measure);
    given().get("/alerts/v1/ledger/export?chain=RESTRICTED").then().statusCode(403);
    given().get("/alerts/v1/ledger?chain=SECRET").then().statusCode(400);
    assertThat(given().get("/alerts/v1/ledger?limit=1").jsonPath().getList("items")).hasSize(1);
  }

  private static List<JsonNode> entries(String alertId) {
    return export()
        .lines()
        .map(Json::parse)
        .map(entry -> entry.path("content"))
        .filter(content -> content.path("alertId").asText().equals(alertId))
        .toList();
  }

  private static String export() {
    return given().get("/alerts/v1/ledger/export").then().statusCode(200).extract().asString();
  }

  private static String restricted() {
    return given()
        .header("Authorization", Tokens.bearer("reader", "RESTRICTED"))
        .get("/alerts/v1/ledger/export?chain=RESTRICTED")
        .asString();
  }

  private static ChainVerification.Outcome verified(String export) throws IOException {
    return ChainVerification.of(new BufferedReader(new StringReader(export)));
  }
}
