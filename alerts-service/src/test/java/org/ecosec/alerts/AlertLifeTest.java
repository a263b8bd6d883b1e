package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What raises, updates, resolves and cancels an alert, and what says nothing. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class AlertLifeTest {

  private final String product = Indicator.newProduct();

  @Test
  void theFirstLoadOfASourceIsSilentAndTheNextPeriodIsNews() {
    try (var desk = new Receiver()) {
      Api.subscribe(desk.url(), product);
      Indicator.of(product).period("2023").flag("baseline", true).publish();
      Indicator.of(product).period("2022").flag("newest", false).publish();
      Indicator.of(product).period("2023").flag("backfill", true).publish();
      Indicator.of(product).period("2024").publish();
      assertThat(Api.alert(product, 1).path("period").asText()).isEqualTo("2024");
      assertThat(desk.await(1)).hasSize(1);
      assertThat(Api.alerts(product)).hasSize(1);
      assertThat(decisions())
          .containsExactly(
              "Raise CONDITION_MET", "Ignore BACKFILL", "Ignore HISTORICAL", "Ignore BASELINE");
    }
  }

  @Test
  void aRevisedFigureUpdatesTheAlertAndAnUnchangedOneTellsNobody() {
    Indicator.of(product).hhi("0.70", "0.71").publish();
    Api.alert(product, 1);
    Indicator.of(product).hhi("0.700", "0.71").publish();
    Indicator.of(product).hhi("0.72", "0.73").publish();
    var updated = Api.alert(product, 2);
    assertThat(updated.path("text").asText()).contains("between 0.720 and 0.730");
    assertThat(updated.path("state").asText()).isEqualTo("RAISED");
    assertThat(reasons(updated)).containsExactly("CONDITION_MET", "FIGURES_CHANGED");
  }

  @Test
  void theAlertStaysUntilTheFigureIsWellBelowItsThreshold() {
    Indicator.of(product).period("2022").hhi("0.45", "0.46").top("CHN", "0.59").publish();
    Indicator.of(product).period("2023").hhi("0.37", "0.38").top("CHN", "0.54").publish();
    assertThat(Api.alert(product, 2).path("state").asText()).isEqualTo("RAISED");
    Indicator.of(product).period("2024").hhi("0.33", "0.34").top("CHN", "0.50").publish();
    assertThat(Api.alert(product, 3).path("state").asText()).isEqualTo("RAISED");
    Indicator.of(product).period("2025").hhi("0.32", "0.33").top("CHN", "0.50").publish();
    var resolved = Api.alert(product, 4);
    assertThat(resolved.path("state").asText()).isEqualTo("RESOLVED");
    assertThat(reasons(resolved))
        .containsExactly("CONDITION_MET", "NEW_PERIOD", "NEW_PERIOD", "CONDITION_CLEARED");
    Indicator.of(product).period("2026").hhi("0.45", "0.46").top("CHN", "0.59").publish();
    Eventually.holds("a second alert", () -> Api.alerts(product).size() == 2);
  }

  @Test
  void aRevisionThatTakesTheGroundAwayCancelsWithReferenceToTheFirst() {
    try (var desk = new Receiver()) {
      Api.subscribe(desk.url(), product);
      Indicator.of(product).hhi("0.45", "0.46").top("CHN", "0.65").publish();
      desk.await(1);
      Indicator.of(product).hhi("0.46", "0.47").top("CHN", "0.65").publish();
      desk.await(2);
      Indicator.of(product).hhi("0.20", "0.21").top("CHN", "0.30").publish();
      var cancelled = Api.alert(product, 3);
      assertThat(cancelled.path("state").asText()).isEqualTo("CANCELLED");
      assertThat(reasons(cancelled))
          .containsExactly("CONDITION_MET", "FIGURES_CHANGED", "REVISED_AWAY");
      var told =
          desk.await(3).stream().map(request -> Json.parse(request.body()).path("data")).toList();
      assertThat(told)
          .extracting(news -> news.path("change").asText())
          .containsExactly("RAISED", "UPDATED", "CANCELLED");
      var first = told.getFirst();
      assertThat(first.path("references").isNull()).isTrue();
      for (var later : told.subList(1, 3)) {
        assertThat(later.at("/references/alertId")).isEqualTo(first.path("alertId"));
        assertThat(later.at("/references/sequence").asInt()).isEqualTo(1);
        assertThat(later.at("/references/at")).isEqualTo(first.path("at"));
      }
    }
  }

  @Test
  void boundsThatStraddleRaiseNothingAndHoldAnOpenAlert() {
    Indicator.of(product).period("2022").hhi("0.011", "0.814").top("CHN", "0.10").publish();
    Indicator.of(product).period("2023").hhi("0.45", "0.46").top("CHN", "0.50").publish();
    Indicator.of(product).period("2024").hhi("0.011", "0.814").top("CHN", "0.10").publish();
    Indicator.of(product).period("2025").hhi("0.46", "0.47").top("CHN", "0.50").publish();
    var alert = Api.alert(product, 2);
    assertThat(alert.path("period").asText()).isEqualTo("2025");
    assertThat(reasons(alert)).containsExactly("CONDITION_MET", "NEW_PERIOD");
    assertThat(decisions())
        .containsExactly(
            "Update NEW_PERIOD", "Ignore NO_VERDICT", "Raise CONDITION_MET", "Ignore NO_VERDICT");
  }

  @Test
  void oneSupplierAboveSixtyPercentOfWorldIsEnough() {
    Indicator.of(product).hhi("0.38", "0.50").top("PHL", "0.601").publish();
    // 100 x (0.4 x 0.601 + 0.4 x 0.596 + 0.2) x 0.872 of coverage
    assertThat(Api.alert(product, 1).path("score").asInt()).isEqualTo(59);
  }

  @Test
  void lateNewsOfAnOlderPeriodDoesNotTouchTheAlert() {
    Indicator.of(product).period("2024").publish();
    Indicator.of(product).period("2023").hhi("0.10", "0.11").top("CHN", "0.20").publish();
    Indicator.of(product).period("2025").publish();
    var alert = Api.alert(product, 2);
    assertThat(alert.path("period").asText()).isEqualTo("2025");
    assertThat(reasons(alert)).containsExactly("CONDITION_MET", "NEW_PERIOD");
  }

  @Test
  void aReplayOfTheWholeTopicTellsNobody() {
    try (var desk = new Receiver()) {
      Api.subscribe(desk.url(), product);
      var first = Indicator.of(product).period("2024");
      first.publish();
      Indicator.of(product).period("2025").publish();
      desk.await(2);
      for (var record : Broker.read(Indicator.TOPIC, first.key(), 2)) {
        Broker.send(
            new ProducerRecord<>(
                record.topic(), null, record.key(), record.value(), record.headers()));
      }
      Indicator.of(product).period("2026").publish();
      assertThat(Api.alert(product, 3).path("period").asText()).isEqualTo("2026");
      desk.await(3);
      assertThat(desk.requests())
          .extracting(request -> Json.parse(request.body()).at("/data/period").asText())
          .containsExactly("2024", "2025", "2026");
    }
  }

  @Test
  void evidenceIsCanonicalAndHoldsTheWholeDecision() {
    Indicator.of(product).publish();
    var path = Api.ALERTS + "/" + Api.alert(product, 1).path("alertId").asText() + "/evidence";
    var text = given().get(path).then().statusCode(200).extract().asString();
    var evidence = Json.parse(text);
    assertThat(evidence.path("decision").asText()).isEqualTo("Raise");
    assertThat(evidence.at("/rule/raiseWhen").asText()).contains("0.40");
    assertThat(evidence.at("/facts/values/hhiLower").decimalValue())
        .isEqualByComparingTo("0.7603241849735416");
    assertThat(evidence.at("/signal/payload/current/totalUsd").decimalValue())
        .isEqualByComparingTo("61473072.338");
    assertThat(evidence.at("/signal/read").asText())
        .startsWith("/trade/v1/concentrations?importer=JPN&classification=HS&product=" + product)
        .contains("&asOf=20");
    assertThat(text).startsWith("{\"decidedAt\":\"20");
    assertThat(given().get(path).asString()).isEqualTo(text);
  }

  @Test
  void anAcknowledgedAlertStaysOpenUntilItResolves() {
    Indicator.of(product).period("2024").publish();
    var path = Api.ALERTS + "/" + Api.alert(product, 1).path("alertId").asText();
    Api.as("reader").body("{}").post(path + "/acknowledgements").then().statusCode(403);
    Api.as("analyst")
        .body("{\"note\": \"seen\"}")
        .post(path + "/acknowledgements")
        .then()
        .statusCode(201)
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("acknowledgedBy", equalTo("analyst-of-tests"));
    Api.as("analyst")
        .body("{}")
        .post(path + "/acknowledgements")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:ecosec:problem:not-to-acknowledge"));
    Indicator.of(product).period("2025").publish();
    assertThat(Api.alert(product, 3).path("state").asText()).isEqualTo("ACKNOWLEDGED");
  }

  @Test
  void aVerdictOfDependencyIsAnAlertOfItsOwnAndAMissingOneHoldsIt() {
    dependency("2021", "\"NOT_DEPENDENT\"");
    dependency("2022", "\"DEPENDENT\"");
    dependency("2023", "null");
    dependency("2024", "\"DEPENDENT\"");
    Eventually.holds(
        "the dependency of 2024",
        () -> dependencies().stream().anyMatch(one -> one.path("period").asText().equals("2024")));
    assertThat(dependencies()).hasSize(1);
    assertThat(reasons(dependencies().getFirst())).containsExactly("CONDITION_MET", "NEW_PERIOD");
    assertThat(dependencies().getFirst().path("text").asText())
        .contains("in 2 of three years to 2024, Japan depends on foreign supply");
  }

  private void dependency(String year, String verdict) {
    Sample.of(Indicator.TOPIC)
        .put("product", product)
        .put("period", year)
        .json(
            "dependency",
            "{\"verdict\": %s, \"reasons\": %s, \"yearsMet\": 2, \"previousVerdict\": null,"
                    .formatted(verdict, verdict.equals("null") ? "[\"NO_DATA\"]" : "[]")
                + " \"changed\": false, \"methodVersion\": \"dependency/1\"}")
        .publish("JPN|HS|" + product);
  }

  private List<JsonNode> dependencies() {
    return Api.alerts(product).stream()
        .filter(alert -> alert.path("kind").asText().equals("DEPENDENCY"))
        .toList();
  }

  /** Newest first. */
  private List<String> decisions() {
    return given()
        .queryParam("fingerprint", "concentration|JPN|HS|" + product)
        .get("/alerts/v1/decisions")
        .jsonPath()
        .getList("items.collect { it.outcome + ' ' + it.reason }");
  }

  private static List<String> reasons(JsonNode alert) {
    return Api.get(Api.ALERTS + "/" + alert.path("alertId").asText() + "/history")
        .getList("items.reason");
  }
}
