package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.ROOT;
import static org.ecosec.investment.Api.allocate;
import static org.ecosec.investment.Api.allocation;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.newPledge;
import static org.ecosec.investment.Api.newProject;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.Api.steward;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class AllocationsTest {

  @Test
  void sharesOfAProjectNeverPassTheWhole() {
    var project = newProject();
    allocate(project, newPledge("100", "USD"), "0.6").statusCode(201);
    problem(allocate(project, newPledge("100", "USD"), "0.400000001"), 422, "over-allocated")
        .body("errors[0].pointer", equalTo("/share"));
    allocate(project, newPledge("100", "USD"), "0.4").statusCode(201);
    get("/allocations?projectId=" + project).body("items", hasSize(2));
  }

  @Test
  void sharesOfAProjectNeverPassTheWholeHoweverManyAskAtOnce() throws Exception {
    var project = newProject();
    var asked = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 8; i++) {
      var pledge = newPledge("100", "USD");
      asked.add(() -> allocate(project, pledge, "0.3").extract().statusCode());
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      var answers = new ArrayList<Integer>();
      for (Future<Integer> answer : threads.invokeAll(asked)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnly(201, 422);
      assertThat(answers.stream().filter(status -> status == 201)).hasSize(3);
    }
    get("/allocations?projectId=" + project).body("items", hasSize(3));
  }

  @Test
  void aProjectIsAllocatedToAPledgeOnce() {
    var project = newProject();
    var pledge = newPledge("100", "USD");
    allocate(project, pledge, "0.1").statusCode(201);
    problem(
        post(
            "/allocations",
            allocation(project, pledge, "0.1", "PRIVATE").replace("{", "{\"id\": \"again\",")),
        409,
        "already-allocated");
  }

  @Test
  void publicMoneyDoesNotCountTowardAPrivatePledge() {
    problem(
            post("/allocations", allocation(newProject(), newPledge("9", "USD"), "1", "PUBLIC")),
            422,
            "scope-mismatch")
        .body("detail", containsString("PRIVATE_INVESTMENT"))
        .body("errors[0].message", equalTo("SCOPE_MISMATCH"));
  }

  @Test
  void flowsBeforeThePledgeCountsAreRefused() {
    var early =
        allocation(newProject(), newPledge("9", "USD"), "1", "PRIVATE")
            .replace("}", ", \"valueDate\": \"2023-12-31\"}");
    problem(post("/allocations", early), 422, "before-counts-from")
        .body("errors[0].message", equalTo("BEFORE_COUNTS_FROM"));
    post("/allocations", early.replace("2023-12-31", "2024-01-01")).statusCode(201);
  }

  @Test
  void bothEndsHaveToExistAndTheShareToBeAPart() {
    problem(allocate("absent", newPledge("9", "USD"), "1"), 404, "no-such-project");
    problem(allocate(newProject(), "absent", "1"), 404, "no-such-pledge");
    for (var share : List.of("0", "-0.1", "1.01")) {
      problem(allocate(newProject(), newPledge("9", "USD"), share), 422, "bad-allocation");
    }
  }

  @Test
  void anEndedAllocationFreesItsShareAndKeepsItsHistory() {
    var project = newProject();
    String id = allocate(project, newPledge("100", "USD"), "1").extract().path("id");
    var read = get("/allocations/" + id).statusCode(200).extract();
    var asOf = Instant.now();
    problem(steward().delete(ROOT + "/allocations/" + id).then(), 428, "if-match-required");
    steward()
        .header("If-Match", read.header("ETag"))
        .delete(ROOT + "/allocations/" + id)
        .then()
        .statusCode(204);
    problem(get("/allocations/" + id), 404, "no-such-allocation");
    assertThat(get("/allocations/" + id + "?asOf=" + asOf).extract().asString())
        .isEqualTo(read.asString());
    allocate(project, newPledge("100", "USD"), "1").statusCode(201);
  }
}
