package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.UUID;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What a measure does: exposures, projects by product, alerts and who was told. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class ImpactTest {

  private final String measure = "graphite-" + UUID.randomUUID();

  @Test
  void graphitePermitsShowWhoIsExposedHitAndTold() {
    try (var desk = new Receiver()) {
      var told =
          Api.subscribed(
              Api.subscribing(
                      "{\"kinds\": [\"MEASURE_EXPOSURE\"], \"products\": [\"2504\"]}", desk.url())
                  .statusCode(201));
      publishMeasure("PUBLIC", "ANNOUNCED");
      project("anodes", "[%s]".formatted(link("CONSUMES", "2504")));
      project("mine", "[%s]".formatted(link("PRODUCES", "25041010")));
      project("chips", "[%s]".formatted(link("CONSUMES", "854231")));
      publishExposure("JPN", "PUBLIC", "72440269", "53602410.658");
      desk.await(1);

      var impact = impact(1);

      assertThat(impact.getString("measure.measureId")).isEqualTo(measure);
      assertThat(impact.getList("importers.importer")).containsExactly("JPN");
      assertThat(impact.getString("importers[0].fullUsd")).isEqualTo("72440269");
      assertThat(impact.getList("importers[0].flows.code"))
          .containsExactly("250410", "250410", "380110");
      assertThat(
              impact.getList(
                  "projects.findAll { it.projectId.endsWith('%s') }.effect".formatted(measure)))
          .containsExactly("IS_HIT", "MITIGATES");
      assertThat(
              impact.getList(
                  "projects.findAll { it.projectId.endsWith('%s') }.collect { it.links[0].match }"
                      .formatted(measure)))
          .containsExactly("PROJECT_CODE_BROADER", "PROJECT_CODE_NARROWER");
      assertThat(
              impact.getString(
                  "projects.find { it.projectId == 'anodes-%s' }.money[0].undelivered"
                      .formatted(measure)))
          .isEqualTo("60");
      assertThat(impact.getString("alerts[0].severity")).isEqualTo("WARNING");
      assertThat(
              impact.getList(
                  "alerts[0].notifications.findAll { it.subscriptionId == '%s' }.told"
                      .formatted(told.id())))
          .containsExactly(true);
    }
  }

  @Test
  void aSecondPublishersReportOfAProjectIsNotListedBesideTheFirst() {
    publishMeasure("PUBLIC", "ANNOUNCED");
    project("mine", "[%s]".formatted(link("PRODUCES", "25041010")));
    var id = "mine-" + measure;
    Sample.of("investment.projects.v1")
        .put("projectId", id)
        .json("products", "[%s]".formatted(link("PRODUCES", "25041010")))
        .json("money", "[]")
        .json("sameAs", "\"the-first-report\"")
        .publish(id);
    Eventually.holds(
        "no second report",
        () ->
            !given()
                .queryParam("measure", measure)
                .get("/alerts/v1/impacts")
                .asString()
                .contains(id));
  }

  @Test
  void anExposureThroughPartOfACodeReadsAtMostAndStaysAtWatch() {
    publishMeasure("PUBLIC", "ANNOUNCED");
    publishExposure("IND", "PUBLIC", "0", "1500000");
    var alert = alert(1);
    assertThat(alert.getString("severity")).isEqualTo("WATCH");
    assertThat(alert.getString("text")).contains("IND imports at most USD 1.5 million from CHN");
  }

  @Test
  void aLiftedMeasureResolvesItsAlerts() {
    publishMeasure("PUBLIC", "ANNOUNCED");
    publishExposure("JPN", "PUBLIC", "72440269", "0");
    assertThat(alert(1).getString("state")).isEqualTo("RAISED");
    publishMeasure("PUBLIC", "LIFTED");
    assertThat(alert(2).getString("state")).isEqualTo("RESOLVED");
  }

  @Test
  void asOfAnswersWhatWasKnownThen() {
    publishMeasure("PUBLIC", "ANNOUNCED");
    publishExposure("JPN", "PUBLIC", "72440269", "0");
    impact(1);
    var between = Instant.now();
    var before = asOf(between);
    publishExposure("JPN", "PUBLIC", "99000000", "0");
    alert(2);
    assertThat(asOf(between)).isEqualTo(before);
    assertThat(impact(1).getString("importers[0].fullUsd")).isEqualTo("99000000");
    given()
        .queryParam("measure", measure)
        .queryParam("asOf", "2020-01-01T00:00:00Z")
        .get("/alerts/v1/impacts")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ecosec:problem:no-such-measure"));
  }

  @Test
  void whatIsRestrictedLeavesNoTraceForOthers() {
    try (var open = new Receiver();
        var cleared = new Receiver()) {
      var filter = "{\"kinds\": [\"MEASURE_EXPOSURE\"]}";
      var uncleared = Api.subscribed(Api.subscribing(filter, open.url()).statusCode(201));
      given()
          .header("Authorization", Tokens.bearer("analyst", "RESTRICTED"))
          .contentType("application/json")
          .body(
              "{\"filter\": %s, \"handling\": \"RESTRICTED\", \"channel\": {\"type\": \"WEBHOOK\", \"url\": \"%s\"}}"
                  .formatted(filter, cleared.url()))
          .post(Api.SUBSCRIPTIONS)
          .then()
          .statusCode(201);
      publishMeasure("RESTRICTED", "ANNOUNCED");
      publishExposure("JPN", "RESTRICTED", "72440269", "0");
      cleared.await(1);
      var seen = restricted("/alerts/v1/impacts?measure=" + measure);
      assertThat(seen.getList("alerts")).hasSize(1);
      var id = seen.getString("alerts[0].alertId");
      assertThat(
              seen.getList(
                  "alerts[0].notifications.findAll { it.subscriptionId == '%s' }.reason"
                      .formatted(uncleared.id())))
          .containsExactly("NOT_CLEARED");
      assertThat(open.requests()).isEmpty();
      for (String path :
          new String[] {
            "/alerts/v1/impacts?measure=" + measure,
            Api.ALERTS + "/" + id,
            Api.ALERTS + "/" + id + "/evidence",
            Api.ALERTS + "/" + id + "/notifications",
            Api.ALERTS + "/" + id + "/history"
          }) {
        given().get(path).then().statusCode(404);
      }
      assertThat(Api.get(Api.ALERTS + "?measure=" + measure).getList("items")).isEmpty();
    }
  }

  private void publishMeasure(String handling, String change) {
    Sample.of("trade.measures.v1")
        .put("measureId", measure)
        .put("handling", handling)
        .put("change", change)
        .publish(measure);
  }

  private void publishExposure(String importer, String handling, String full, String partial) {
    Sample.of("trade.exposures.v1")
        .put("measureId", measure)
        .put("importer", importer)
        .put("handling", handling)
        .amount("fullUsd", full)
        .amount("partialAtMostUsd", partial)
        .publish(measure + "|" + importer);
  }

  private void project(String name, String links) {
    var id = name + "-" + measure;
    Sample.of("investment.projects.v1")
        .put("projectId", id)
        .json("products", links)
        .json(
            "money",
            "[{\"currency\": \"JPY\", \"committed\": 100, \"disbursed\": 40, \"undelivered\": 60}]")
        .publish(id);
    Eventually.holds(
        "project " + id,
        () ->
            !name.equals("mine")
                || given()
                    .queryParam("measure", measure)
                    .get("/alerts/v1/impacts")
                    .asString()
                    .contains(id));
  }

  private static String link(String link, String code) {
    return "{\"classification\": \"HS\", \"code\": \"%s\", \"link\": \"%s\", \"source\": \"a paper\", \"confidence\": \"HIGH\"}"
        .formatted(code, link);
  }

  private JsonPath impact(int alerts) {
    return Eventually.get(
        "impact with " + alerts + " alerts",
        () -> given().queryParam("measure", measure).get("/alerts/v1/impacts").jsonPath(),
        impact -> impact.getList("alerts") != null && impact.getList("alerts").size() >= alerts);
  }

  private String asOf(Instant instant) {
    return given()
        .queryParam("measure", measure)
        .queryParam("asOf", instant.toString())
        .get("/alerts/v1/impacts")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private JsonPath alert(int sequence) {
    return Eventually.get(
        "alert at " + sequence,
        () -> {
          var list = Api.get(Api.ALERTS + "?measure=" + measure);
          return list.getList("items").isEmpty()
              ? new JsonPath("{\"sequence\": 0}")
              : Api.get(Api.ALERTS + "/" + list.getString("items[0].alertId"));
        },
        alert -> alert.getInt("sequence") >= sequence);
  }

  private static JsonPath restricted(String path) {
    return Eventually.get(
        path,
        () ->
            given()
                .header("Authorization", Tokens.bearer("reader", "RESTRICTED"))
                .get(path)
                .jsonPath(),
        json -> json.getList("alerts") != null && !json.getList("alerts").isEmpty());
  }
}
