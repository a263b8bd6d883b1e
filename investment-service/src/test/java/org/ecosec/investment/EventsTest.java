package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.ROOT;
import static org.ecosec.investment.Api.allocate;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.newPledge;
import static org.ecosec.investment.Api.newProject;
import static org.ecosec.investment.Api.paid;
import static org.ecosec.investment.Api.pledge;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.steward;
import static org.ecosec.investment.Api.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class EventsTest {

  private static final String PROGRESS = "investment.progress.v1";
  private static final String PROJECTS = "investment.projects.v1";

  @Test
  void progressIsToldWhenItMovesAndOnlyThen() {
    var id = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, id, "0.5").statusCode(201);
    paid(project, "100", "2024-02-01");
    paid(newProject(), "100", "2024-02-01");
    post("/pledges/" + id + "/statements", "{\"text\": \"a\", \"publisher\": \"b\"}")
        .statusCode(201);
    paid(project, "100", "2024-03-01");
    var told = Topic.records(PROGRESS, id, 3);
    // Registered, first flow, second flow; the allocation alone and a statement moved nothing.
    assertThat(told).hasSize(3);
    assertThat(told).extracting(event -> event.path("status").asText()).startsWith("NO_SOURCE");
    assertThat(told.get(0).path("disbursed").isNull()).isTrue();
    assertThat(told.get(1).path("disbursed").decimalValue()).isEqualByComparingTo("50");
    assertThat(told.get(2).path("disbursed").decimalValue()).isEqualByComparingTo("100");
    assertThat(told.get(2).path("economies")).extracting(JsonNode::asText).containsExactly("JPN");
    assertThat(told.get(2).path("revision").asLong())
        .isGreaterThan(told.get(1).path("revision").asLong());
  }

  @Test
  void aProjectTellsItsProductsMoneyAndPledges() {
    var id = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, id, "0.5").statusCode(201);
    post("/transactions", transaction(project, "COMMITMENT", "300", "2024-02-01")).statusCode(201);
    paid(project, "100", "2024-02-02");
    var state = Topic.last(PROJECTS, project, 4);
    assertThat(state.path("products").get(0).path("link").asText()).isEqualTo("PRODUCES");
    assertThat(state.path("pledges").get(0).path("pledgeId").asText()).isEqualTo(id);
    assertThat(state.path("pledges").get(0).path("share").decimalValue())
        .isEqualByComparingTo("0.5");
    var money = state.path("money").get(0);
    assertThat(money.path("committed").decimalValue()).isEqualByComparingTo("300");
    assertThat(money.path("disbursed").decimalValue()).isEqualByComparingTo("100");
    assertThat(money.path("undelivered").decimalValue()).isEqualByComparingTo("200");
  }

  @Test
  void withoutACommitmentNothingIsUndelivered() {
    var project = newProject();
    paid(project, "100", "2024-02-02");
    var money = Topic.last(PROJECTS, project, 2).path("money").get(0);
    assertThat(money.path("committed").isNull()).isTrue();
    assertThat(money.path("undelivered").isNull()).isTrue();
  }

  @Test
  void aBackfillSaysThatItNotifiesNobody() {
    var id = fresh("pledge");
    post("/pledges?backfill=true", pledge(id, "7", "USD", "ODA")).statusCode(201);
    assertThat(Topic.last(PROGRESS, id, 1).path("backfill").asBoolean()).isTrue();
    var target = fresh("target");
    post("/targets?backfill=true", target(target)).statusCode(201);
    var told = Topic.last("investment.targets.v1", target, 1);
    assertThat(told.path("backfill").asBoolean()).isTrue();
    assertThat(told.path("status").asText()).isEqualTo("NO_SOURCE");
    assertThat(Topic.last(PROGRESS, newPledge("7", "USD"), 1).path("backfill").asBoolean())
        .isFalse();
  }

  @Test
  void aRefusedWriteTellsNobody() {
    var project = newProject();
    var first = newPledge("1000", "USD");
    allocate(project, first, "1").statusCode(201);
    var refused = newPledge("1000", "USD");
    allocate(project, refused, "1").statusCode(422);
    paid(project, "100", "2024-02-01");
    assertThat(Topic.records(PROGRESS, first, 2)).hasSize(2);
    assertThat(Topic.records(PROGRESS, refused, 1)).hasSize(1);
    assertThat(Topic.last(PROJECTS, project, 3).path("pledges"))
        .extracting((JsonNode share) -> share.path("pledgeId").asText())
        .containsExactly(first);
  }

  @Test
  void aChangeOfTheAmountMovesTheProgress() {
    var id = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    paid(project, "100", "2024-02-01");
    steward()
        .header("If-Match", "*")
        .body(pledge(id, "200", "USD", "PRIVATE_INVESTMENT"))
        .put(ROOT + "/pledges/" + id)
        .then()
        .statusCode(200);
    assertThat(Topic.last(PROGRESS, id, 3).path("progress").decimalValue())
        .isEqualByComparingTo("0.5");
  }

  private static String target(String id) {
    return """
    {"id": "%s", "title": "Persons", "unit": "persons", "target": 10, "actual": null,
     "from": "2025-01-01", "to": "2030-01-01", "partOf": null, "handling": "PUBLIC",
     "source": "a plan", "notes": null}
    """
        .formatted(id);
  }
}
