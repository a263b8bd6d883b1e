package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.ecosec.alerts.alert.RuleData;
import org.ecosec.alerts.signal.DailyLook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What nobody needs to tell: days that come, sources and rules that fall silent. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class CalendarTest {

  @Inject DailyLook days;
  @Inject RuleData rules;

  private final String id = "calendar-" + UUID.randomUUID();

  @Test
  void aMeasureIsToldBeforeItTakesEffectOnceHoweverManyReplicasLook() throws Exception {
    var effective = today().plusDays(200);
    measure("ANNOUNCED", effective, "DAY");
    look(effective.minusDays(31));
    assertThat(ofMeasure("measure-effective-soon")).isEmpty();

    var barrier = new CyclicBarrier(4);
    try (var replicas = Executors.newFixedThreadPool(4)) {
      var done =
          Stream.of(1, 2, 3, 4)
              .map(
                  replica ->
                      replicas.submit(
                          () -> {
                            barrier.await();
                            look(effective.minusDays(30));
                            return replica;
                          }))
              .toList();
      for (var replica : done) {
        replica.get();
      }
    }
    var alert = ofMeasure("measure-effective-soon");
    assertThat(alert).hasSize(1);
    assertThat(alert.getFirst().path("sequence").asInt()).isEqualTo(1);
    assertThat(alert.getFirst().path("text").asText())
        .contains("takes effect on " + effective + ", in 30 days");
    assertThat(decisions("measure-effective-soon|" + id))
        .containsExactly("Raise CONDITION_MET", "Ignore BELOW_THRESHOLD", "Ignore BELOW_THRESHOLD");

    look(effective.minusDays(29));
    assertThat(ofMeasure("measure-effective-soon").getFirst().path("sequence").asInt())
        .isEqualTo(1);
    look(effective.plusDays(1));
    assertThat(ofMeasure("measure-effective-soon").getFirst().path("state").asText())
        .isEqualTo("RESOLVED");
  }

  @Test
  void anImpreciseDateStartsNoCountdown() {
    var effective = today().plusDays(300);
    measure("ANNOUNCED", effective, "MONTH");
    look(effective.minusDays(10));
    assertThat(ofMeasure("measure-effective-soon")).isEmpty();
    assertThat(decisions("measure-effective-soon|" + id)).contains("Ignore NO_VERDICT");
  }

  @Test
  void aSourceIsSilentBeyondItsCadenceAndAnArchivedOneOwesNothing() {
    source(id, "MONTHLY", "2030-01-10T00:00:00Z");
    source(id + "-archive", null, "2030-01-10T00:00:00Z");
    look(LocalDate.parse("2030-03-12"));
    assertThat(ofThing("source-silent", id)).isEmpty();
    look(LocalDate.parse("2030-03-13"));
    assertThat(ofThing("source-silent", id).getFirst().path("state").asText()).isEqualTo("RAISED");
    assertThat(ofThing("source-silent", id + "-archive")).isEmpty();
    source(id, "MONTHLY", "2030-03-14T00:00:00Z");
    look(LocalDate.parse("2030-03-15"));
    assertThat(ofThing("source-silent", id).getFirst().path("state").asText())
        .isEqualTo("RESOLVED");
  }

  @Test
  void aMilestoneIsDueAndThenOverdueAndOneOfAYearIsOverdueWhenTheYearIsOver() {
    milestone(id, "2031-06-30", "DAY");
    milestone(id + "-year", "2031-06-30", "YEAR");
    look(LocalDate.parse("2031-06-01"));
    assertThat(ofThing("milestone-due", id).getFirst().path("text").asText())
        .contains("is due on 2031-06-30, in 29 days");
    assertThat(ofThing("milestone-due", id + "-year")).isEmpty();
    look(LocalDate.parse("2031-07-01"));
    assertThat(ofThing("milestone-due", id).getFirst().path("state").asText())
        .isEqualTo("RESOLVED");
    assertThat(ofThing("milestone-overdue", id)).hasSize(1);
    assertThat(ofThing("milestone-overdue", id + "-year")).isEmpty();
    look(LocalDate.parse("2032-01-01"));
    assertThat(ofThing("milestone-overdue", id + "-year")).hasSize(1);
  }

  @Test
  void whatCameAsHistoryIsStillLookedAtEveryDay() {
    Sample.of("investment.milestones.v1")
        .put("milestoneId", id)
        .json("backfill", "true")
        .put("forecastOn", "2033-06-30")
        .put("forecastPrecision", "DAY")
        .publish(id);
    kept("investment.milestones.v1", id);
    assertThat(ofThing("milestone-slipped", id)).isEmpty();
    look(LocalDate.parse("2033-06-15"));
    assertThat(ofThing("milestone-due", id)).hasSize(1);
    assertThat(ofThing("milestone-slipped", id)).isEmpty();
  }

  @Test
  void aRuleThatNeverGetsAFigureIsNamed() {
    Api.as("steward")
        .body(
            """
            {"id": "%s", "kind": "DIVERSION", "enabled": true, "where": "true",
             "raiseWhen": "divertedUsd > decimal('0')", "resolveWhen": "true",
             "title": "{product}", "text": "{product}"}
            """
                .formatted(id))
        .post("/alerts/v1/rules")
        .then()
        .statusCode(201);
    rules.look(Instant.now().plusSeconds(6 * 86_400));
    assertThat(ofThing("rule-without-data", id)).isEmpty();
    rules.look(Instant.now().plusSeconds(8 * 86_400));
    var alert = ofThing("rule-without-data", id);
    assertThat(alert).hasSize(1);
    assertThat(alert.getFirst().path("text").asText())
        .startsWith("For 8 days no signal of the kind DIVERSION has come that the rule " + id);
    assertThat(ofThing("rule-without-data", "rule-without-data")).isEmpty();
  }

  private void look(LocalDate day) {
    days.look(day.atTime(6, 0).toInstant(ZoneOffset.UTC));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private void measure(String change, LocalDate effective, String precision) {
    Sample.of("trade.measures.v1")
        .put("measureId", id)
        .put("change", change)
        .json(
            "effective", "{\"on\": \"%s\", \"precision\": \"%s\"}".formatted(effective, precision))
        .publish(id);
    kept("trade.measures.v1", id);
  }

  private void source(String source, @Nullable String cadence, String loadedAt) {
    Sample.of("trade.sources.v1")
        .put("source", source)
        .json("cadence", cadence == null ? "null" : "\"" + cadence + "\"")
        .put("loadedAt", loadedAt)
        .publish(source);
    kept("trade.sources.v1", source);
    Eventually.holds("the newest load of " + source, () -> Kept.contains(source, loadedAt));
  }

  private static void milestone(String milestone, String due, String precision) {
    Sample.of("investment.milestones.v1")
        .put("milestoneId", milestone)
        .put("forecastOn", due)
        .put("forecastPrecision", precision)
        .publish(milestone);
    kept("investment.milestones.v1", milestone);
  }

  private static void kept(String topic, String key) {
    Eventually.holds(topic + " " + key, () -> Kept.knows(topic, key));
  }

  private List<JsonNode> ofMeasure(String rule) {
    return items(Api.ALERTS + "?rule=" + rule + "&measure=" + id);
  }

  private static List<JsonNode> ofThing(String rule, String thing) {
    return items(Api.ALERTS + "?limit=1000&rule=" + rule).stream()
        .filter(alert -> alert.at("/subject/thing").asText().equals(thing))
        .toList();
  }

  private static List<String> decisions(String fingerprint) {
    return given()
        .queryParam("fingerprint", fingerprint)
        .get("/alerts/v1/decisions")
        .jsonPath()
        .getList("items.collect { it.outcome + ' ' + it.reason }");
  }

  private static List<JsonNode> items(String path) {
    return Json.parse(given().get(path).asString()).path("items").valueStream().toList();
  }
}
