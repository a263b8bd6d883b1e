package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.ROOT;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.newProject;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.Api.steward;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class MilestonesTest {

  private static final String TOPIC = "investment.milestones.v1";

  @Test
  void aMovedPlanKeepsTheFirstOneAndEveryMove() {
    var id = newMilestone(newProject(), "2024-06-01");
    var asOf = Instant.now();
    rebaseline(id, "2025-06-01").statusCode(201).body("rebaselinings", equalTo(1));
    rebaseline(id, "2026-12-31")
        .statusCode(201)
        .body("plannedOn", equalTo("2024-06-01"))
        .body("baselineOn", equalTo("2026-12-31"))
        .body("rebaselinings", equalTo(2));
    get("/milestones/" + id + "/rebaselinings")
        .body("items.beforeOn", equalTo(List.of("2024-06-01", "2025-06-01")))
        .body("items.afterOn", equalTo(List.of("2025-06-01", "2026-12-31")));
    get("/milestones/" + id + "/history")
        .body("items.baselineOn", equalTo(List.of("2024-06-01", "2025-06-01", "2026-12-31")));
    get("/milestones/" + id + "?asOf=" + asOf).body("baselineOn", equalTo("2024-06-01"));
    get("/milestones/" + id + "/rebaselinings?asOf=" + asOf).body("items", hasSize(0));
    get("/milestones/" + id + "/schedule?on=2026-01-01")
        .body("status", equalTo("DELAYED_REBASELINED"))
        .body("slippageDays", equalTo(943))
        .body("slippageBasis", equalTo("REBASELINED"));
  }

  @Test
  void aPlanNeverMovesByAChange() {
    var project = newProject();
    var id = newMilestone(project, "2024-06-01");
    problem(put(id, milestone(id, project, "2024-07-01")), 422, "baseline-is-kept")
        .body("errors[0].pointer", equalTo("/plannedOn"));
    var forecast =
        milestone(id, project, "2024-06-01")
            .replace("\"forecastOn\": null", "\"forecastOn\": \"2027-01-01\"");
    put(id, forecast).statusCode(200).body("forecastOn", equalTo("2027-01-01"));
    problem(
        steward().body(forecast).put(ROOT + "/milestones/" + id).then(), 428, "if-match-required");
    problem(rebaseline(id, "2024-06-01"), 422, "same-baseline");
  }

  @Test
  void aMilestoneIsToldBesideWhatItWas() {
    var project = newProject();
    var id = newMilestone(project, "2099-06-01");
    rebaseline(id, "2101-06-01").statusCode(201);
    put(id, milestone(id, project, "2099-06-01")).statusCode(200);
    put(
            id,
            milestone(id, project, "2099-06-01")
                .replace("\"reachedOn\": null", "\"reachedOn\": \"2025-06-01\""))
        .statusCode(200);
    // The second change said nothing new, so it is not told.
    var told = Topic.records(TOPIC, id, 3);
    assertThat(told).hasSize(3);
    assertThat(told.get(0).path("old").isNull()).isTrue();
    assertThat(told.get(1).path("status").asText()).isEqualTo("DELAYED_REBASELINED");
    assertThat(told.get(1).path("slippageDays").asLong()).isEqualTo(730);
    assertThat(told.get(1).path("old").path("baselineOn").asText()).isEqualTo("2099-06-01");
    assertThat(told.get(1).path("old").path("status").asText()).isEqualTo("ON_SCHEDULE");
    assertThat(told.get(2).path("status").asText()).isEqualTo("REACHED");
    assertThat(told.get(2).path("old").path("status").asText()).isEqualTo("DELAYED_REBASELINED");
    assertThat(told.get(2).path("slippageDays").asLong()).isNegative();
  }

  @Test
  void anEndedMilestoneIsToldALastTimeAndKeepsItsHistory() {
    var id = newMilestone(newProject(), "2030-01-01");
    steward().header("If-Match", "*").delete(ROOT + "/milestones/" + id).then().statusCode(204);
    problem(get("/milestones/" + id), 404, "no-such-milestone");
    get("/milestones/" + id + "/history").body("items", hasSize(1));
    assertThat(Topic.last(TOPIC, id, 2).path("ended").asBoolean()).isTrue();
  }

  @Test
  void whatIsDueNextStandsFirstAndWhatIsReachedIsNotDue() {
    var project = newProject();
    var soon = newMilestone(project, "2061-01-20");
    var late = newMilestone(project, "2060-12-01");
    var far = newMilestone(project, "2069-01-01");
    var done = fresh("milestone");
    post(
            "/milestones",
            milestone(done, project, "2061-01-20")
                .replace("\"reachedOn\": null", "\"reachedOn\": \"2025-01-01\""))
        .statusCode(201);
    var due = get("/milestones/due?on=2061-01-15&within=30").statusCode(200);
    due.body("items.milestoneId", hasItem(soon))
        .body("items.milestoneId", not(hasItem(far)))
        .body("items.milestoneId", not(hasItem(done)))
        .body("items.find { it.milestoneId == '" + late + "' }.status", equalTo("OVERDUE"))
        .body("items.find { it.milestoneId == '" + late + "' }.slippageDays", equalTo(45))
        .body("items.find { it.milestoneId == '" + soon + "' }.daysUntilExpected", equalTo(5));
    List<String> order = due.extract().path("items.milestoneId");
    assertThat(order.indexOf(late)).isLessThan(order.indexOf(soon));
    problem(get("/milestones/due?within=-1"), 400, "bad-within");
  }

  @Test
  void theOutsideViewStretchesThePlannedDays() {
    var reference = fresh("class");
    post(
            "/reference-classes",
            """
            {"id": "%s", "title": "A class", "p50DurationRatio": 1.5, "p80DurationRatio": 2,
             "sampleSize": 40, "source": "a study"}
            """
                .formatted(reference))
        .statusCode(201);
    var project = newProject();
    var id = fresh("milestone");
    post(
            "/milestones",
            milestone(id, project, "2020-04-10")
                .replace("\"startedOn\": null", "\"startedOn\": \"2020-01-01\"")
                .replace("\"referenceClass\": null", "\"referenceClass\": \"" + reference + "\""))
        .statusCode(201);
    // 100 days planned: half of the class needs 150, four fifths 200.
    get("/milestones/" + id + "/outside-view")
        .body("plannedDurationDays", equalTo(100))
        .body("published.p50On", equalTo("2020-05-30"))
        .body("published.p80On", equalTo("2020-07-19"))
        .body("ownRecord", nullValue())
        .body("reason", nullValue());
    for (int late = 1; late <= 20; late++) {
      var reached = java.time.LocalDate.parse("2020-01-01").plusDays(100L + 10L * late);
      post(
              "/milestones",
              milestone(fresh("milestone"), project, "2020-04-10")
                  .replace("\"startedOn\": null", "\"startedOn\": \"2020-01-01\"")
                  .replace("\"reachedOn\": null", "\"reachedOn\": \"" + reached + "\"")
                  .replace("\"referenceClass\": null", "\"referenceClass\": \"" + reference + "\""))
          .statusCode(201);
    }
    // Ratios 1.1 to 3.0 in steps of 0.1: the median is 2.05, four fifths 2.62.
    get("/milestones/" + id + "/outside-view")
        .body("ownRecord.p50DurationRatio", comparesEqualTo(new BigDecimal("2.05")))
        .body("ownRecord.p80DurationRatio", comparesEqualTo(new BigDecimal("2.62")))
        .body("ownRecord.sampleSize", equalTo(20));
    get("/milestones/slippage").body("survival.reason", not(equalTo("FEWER_THAN_20_MILESTONES")));
  }

  @Test
  void withoutAPublishedDeadlineNothingSlips() {
    var project = newProject();
    var id = fresh("milestone");
    post("/milestones", milestone(id, project, "2020-04-10").replace("\"2020-04-10\"", "null"))
        .statusCode(201);
    get("/milestones/" + id + "/schedule")
        .body("status", equalTo("NO_PUBLISHED_DEADLINE"))
        .body("reason", equalTo("NO_PUBLISHED_DEADLINE"))
        .body("slippageDays", nullValue());
  }

  @Test
  void wrongMilestonesAreRefused() {
    var project = newProject();
    var id = fresh("milestone");
    problem(post("/milestones", milestone(id, "absent", "2025-01-01")), 404, "no-such-project");
    problem(post("/milestones", "{\"title\": \"x\"}"), 422, "bad-milestone");
    problem(
        post(
            "/milestones",
            milestone(id, project, "2025-01-01")
                .replace("\"reachedOn\": null", "\"reachedOn\": \"2199-01-01\"")),
        422,
        "reached-in-future");
    problem(
        post(
            "/milestones",
            milestone(id, project, "2025-01-01")
                .replace("\"startedOn\": null", "\"startedOn\": \"2025-01-01\"")),
        422,
        "bad-milestone");
    problem(get("/milestones/" + id), 404, "no-such-milestone");
    problem(
        post(
            "/reference-classes",
            "{\"title\": \"x\", \"p50DurationRatio\": 45, \"p80DurationRatio\": 9,"
                + " \"sampleSize\": 1, \"source\": \"s\"}"),
        422,
        "bad-reference-class");
  }

  private static String newMilestone(String project, String planned) {
    var id = fresh("milestone");
    post("/projects/" + project + "/milestones", milestone(id, project, planned)).statusCode(201);
    return id;
  }

  private static String milestone(String id, String project, String planned) {
    return """
    {"id": "%s", "projectId": "%s", "title": "Opening", "startedOn": null,
     "plannedOn": "%s", "forecastOn": null, "reachedOn": null, "reportedOn": null,
     "referenceClass": null, "handling": "PUBLIC", "source": "a report", "notes": null}
    """
        .formatted(id, project, planned);
  }

  private static io.restassured.response.ValidatableResponse put(String id, String body) {
    return steward().header("If-Match", "*").body(body).put(ROOT + "/milestones/" + id).then();
  }

  private static io.restassured.response.ValidatableResponse rebaseline(String id, String day) {
    return steward()
        .header("If-Match", "*")
        .body(
            "{\"baselineOn\": \"%s\", \"reason\": \"land\", \"source\": \"a report\"}"
                .formatted(day))
        .post(ROOT + "/milestones/" + id + "/rebaselinings")
        .then();
  }
}
