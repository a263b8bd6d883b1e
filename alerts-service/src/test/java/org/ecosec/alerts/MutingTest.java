package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.ecosec.alerts.alert.Upkeep;
import org.ecosec.alerts.silence.SilenceReminder;
import org.junit.jupiter.api.Test;

/** Alerts that are kept and not told: silenced, inhibited by a measure, grouped under a heading. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class MutingTest {

  private static final String FLOW =
      """
      [{"code": "CODE", "coverage": "FULL", "basis": "MIRROR", "product": "CODE", "period": "2024",
        "valueUsd": 1, "importsUsd": null, "share": null, "reason": "NO_IMPORTER_REPORT",
        "hhiLower": null, "hhiUpper": null, "verdict": null, "alternatives": []}]
      """;

  private static final String SILENCES = "/alerts/v1/silences";

  @Inject Upkeep upkeep;
  @Inject SilenceReminder reminder;

  private final String product = Indicator.newProduct();

  @Test
  void aSilencedAlertIsKeptNotToldAndToldWhenTheSilenceEnds() {
    try (var desk = new Receiver()) {
      var told = Api.subscribe(desk.url(), product);
      var end = Instant.now().plus(Duration.ofHours(2));
      var silence = silence("{\"products\": [\"%s\"]}".formatted(product), end);
      Indicator.of(product).period("2024").publish();

      var alert = Api.alert(product, 1);
      assertThat(alert.at("/muted/because").asText()).isEqualTo("SILENCED");
      assertThat(alert.at("/muted/by").asText()).isEqualTo(silence);
      assertThat(reason(alert, told.id())).containsExactly("SILENCED");
      Indicator.of(product).period("2025").publish();
      Api.alert(product, 2);
      upkeep.see(Instant.now());
      assertThat(Api.alert(product, 2).path("sequence").asInt()).isEqualTo(2);
      assertThat(desk.requests()).isEmpty();

      upkeep.see(end.plusSeconds(1));
      var again = Api.alert(product, 3);
      assertThat(again.path("muted").isNull()).isTrue();
      assertThat(desk.await(1)).hasSize(1);
      var news = Json.parse(desk.requests().getFirst().body()).path("data");
      assertThat(news.path("reason").asText()).isEqualTo("SPEAKS_AGAIN");
      assertThat(news.at("/references/sequence").asInt()).isEqualTo(1);
      assertThat(Contracts.violations(news)).isEmpty();
    }
  }

  @Test
  void nobodyIsToldThatAnAlertEndedWhichNobodyWasToldOf() {
    try (var desk = new Receiver()) {
      Api.subscribe(desk.url(), product);
      silence("{\"products\": [\"%s\"]}".formatted(product), Instant.now().plusSeconds(7_200));
      Indicator.of(product).hhi("0.45", "0.46").top("CHN", "0.65").publish();
      Api.alert(product, 1);
      Indicator.of(product).hhi("0.20", "0.21").top("CHN", "0.30").publish();
      var cancelled = Api.alert(product, 2);
      assertThat(cancelled.path("state").asText()).isEqualTo("CANCELLED");
      assertThat(cancelled.at("/muted/because").asText()).isEqualTo("SILENCED");
      assertThat(desk.requests()).isEmpty();
    }
  }

  @Test
  void theAlertOfAMeasureStandsForTheProductsUnderItAndItsEndLetsThemSpeak() {
    var measure = "muting-" + UUID.randomUUID();
    exposure(measure, "72440269", "ANNOUNCED");
    var exposed =
        Eventually.get("the exposure", () -> ofMeasure(measure), found -> !found.isEmpty())
            .getFirst();
    Indicator.of(product + "01").publish();
    var inhibited = Api.alert(product + "01", 1);
    var own = newest("CONCENTRATION", product + "01");
    assertThat(own.at("/muted/because").asText()).isEqualTo("INHIBITED");
    assertThat(own.at("/muted/by").asText()).isEqualTo(exposed.path("alertId").asText());
    assertThat(inhibited.path("group").asText()).startsWith("heading|JPN|HS|");
    // Another importer's alert is not the measure's to speak for.
    Indicator.of(product + "01").put("importer", "IND").publish();
    Eventually.holds(
        "India's alert",
        () ->
            Api.alerts(product + "01").stream()
                .anyMatch(
                    one ->
                        one.at("/subject/importer").asText().equals("IND")
                            && one.path("muted").isNull()));

    lift(measure);
    Eventually.holds(
        "the exposure ends",
        () -> ofMeasure(measure).getFirst().path("state").asText().equals("RESOLVED"));
    upkeep.see(Instant.now());
    assertThat(newest("CONCENTRATION", product + "01").path("muted").isNull()).isTrue();
  }

  @Test
  void aProductJoinsTheOpenAlertOfItsHeading() {
    Indicator.of(product).publish();
    var heading = Api.alert(product, 1);
    Indicator.of(product + "10").publish();
    var child = Api.alert(product + "10", 1);
    assertThat(child.at("/muted/because").asText()).isEqualTo("GROUPED");
    assertThat(child.at("/muted/by").asText()).isEqualTo(heading.path("alertId").asText());
    assertThat(child.path("group")).isEqualTo(heading.path("group"));
    given()
        .get(Api.ALERTS + "/" + heading.path("alertId").asText())
        .then()
        .body("muted", nullValue())
        .body("sequence", equalTo(1));
    given()
        .queryParam("limit", 1_000)
        .get("/alerts/v1/groups")
        .then()
        .statusCode(200)
        .body("items.group", hasItem(heading.path("group").asText()));
    given()
        .queryParam("group", heading.path("group").asText())
        .queryParam("product", product)
        .get(Api.ALERTS)
        .then()
        .body("items.size()", equalTo(2));
  }

  @Test
  void aSilenceHasAnAuthorAReasonAnEndAndAReminder() {
    var end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(3));
    var id = silence("{\"rules\": [\"none-such\"]}", end);
    given()
        .get(SILENCES + "/" + id)
        .then()
        .body("author", equalTo("analyst-of-tests"))
        .body("reason", equalTo("known and reported"))
        .body("remindsAt", equalTo(end.minus(Duration.ofHours(24)).toString()));
    reminder.look(end.minus(Duration.ofHours(25)));
    assertThat(reminders(id)).isEmpty();
    reminder.look(end.minus(Duration.ofHours(23)));
    reminder.look(end.minus(Duration.ofHours(22)));
    assertThat(reminders(id)).hasSize(1);
    assertThat(reminders(id).getFirst().path("text").asText()).contains("known and reported");
    reminder.look(end.plusSeconds(60));
    assertThat(reminders(id).getFirst().path("state").asText()).isEqualTo("RESOLVED");
  }

  @Test
  void aSilenceIsEndedBeforeItsTimeByWhoReadIt() {
    var id = silence("{\"rules\": [\"none-such\"]}", Instant.now().plusSeconds(3_600));
    var path = SILENCES + "/" + id;
    Api.as("analyst").delete(path).then().statusCode(428);
    var etag = Api.as("analyst").get(path).header("ETag");
    Api.as("reader").header("If-Match", etag).delete(path).then().statusCode(403);
    Api.as("analyst").header("If-Match", etag).delete(path).then().statusCode(204);
    given().get(path).then().body("endedBy", equalTo("analyst-of-tests"));
    given()
        .get(SILENCES + "?active=true&limit=1000")
        .then()
        .body("items.silenceId", not(hasItem(id)));
    Api.as("analyst")
        .header("If-Match", Api.as("analyst").get(path).header("ETag"))
        .delete(path)
        .then()
        .statusCode(409);
  }

  @Test
  void nobodySilencesEverythingOrForEver() {
    for (String wrong :
        List.of(
            body("{}", Instant.now().plusSeconds(60), "x"),
            body("{\"rules\": [\"a\"]}", Instant.now().minusSeconds(60), "x"),
            body("{\"rules\": [\"a\"]}", Instant.now().plus(Duration.ofDays(91)), "x"),
            body("{\"rules\": [\"a\"]}", Instant.now().plusSeconds(60), " "))) {
      Api.as("analyst")
          .body(wrong)
          .post(SILENCES)
          .then()
          .statusCode(422)
          .body("type", equalTo("urn:ecosec:problem:bad-silence"));
    }
    Api.as("reader")
        .body(body("{\"rules\": [\"a\"]}", Instant.now().plusSeconds(60), "x"))
        .post(SILENCES)
        .then()
        .statusCode(403);
  }

  private static String silence(String scope, Instant end) {
    return Api.as("analyst")
        .body(body(scope, end, "known and reported"))
        .post(SILENCES)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("silenceId");
  }

  private static String body(String scope, Instant end, String reason) {
    return "{\"reason\": \"%s\", \"scope\": %s, \"endsAt\": \"%s\"}".formatted(reason, scope, end);
  }

  private void exposure(String measure, String usd, String change) {
    measure(measure, change);
    Sample.of("trade.exposures.v1")
        .put("measureId", measure)
        .put("importer", "JPN")
        .json("flows", FLOW.replace("CODE", product))
        .amount("fullUsd", usd)
        .amount("partialAtMostUsd", "0")
        .publish(measure + "|JPN");
  }

  private static void lift(String measure) {
    measure(measure, "LIFTED");
  }

  private static void measure(String measure, String change) {
    Sample.of("trade.measures.v1").put("measureId", measure).put("change", change).publish(measure);
  }

  private static List<JsonNode> ofMeasure(String measure) {
    return items(Api.ALERTS + "?kind=MEASURE_EXPOSURE&measure=" + measure);
  }

  private static JsonNode newest(String kind, String product) {
    return items(Api.ALERTS + "?rule=concentration&kind=" + kind + "&product=" + product).stream()
        .filter(alert -> alert.at("/subject/importer").asText().equals("JPN"))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> reminders(String silence) {
    return items(Api.ALERTS + "?kind=SILENCE&limit=1000").stream()
        .filter(alert -> alert.at("/subject/thing").asText().equals(silence))
        .toList();
  }

  private static List<JsonNode> items(String path) {
    return Json.parse(given().get(path).asString()).path("items").valueStream().toList();
  }

  private static List<String> reason(JsonNode alert, String subscription) {
    return Api.get(Api.ALERTS + "/" + alert.path("alertId").asText() + "/notifications")
        .getList("items.findAll { it.subscriptionId == '%s' }.reason".formatted(subscription));
  }

  /** What is wrong with news of an alert. */
  private static final class Contracts {
    static List<String> violations(JsonNode news) {
      return org.ecosec.platform.testing.Contracts.violations("alerts.alerts.v1", news.toString());
    }
  }
}
