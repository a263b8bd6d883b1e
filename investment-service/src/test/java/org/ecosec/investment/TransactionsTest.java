package org.ecosec.investment;

import static org.ecosec.investment.Api.allocate;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.newPledge;
import static org.ecosec.investment.Api.newProject;
import static org.ecosec.investment.Api.paid;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.Api.progress;
import static org.ecosec.investment.Api.transaction;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class TransactionsTest {

  private static final String WHY = "{\"reason\": \"entered twice\", \"source\": \"the bank\"}";

  @Test
  void aReversalIsANegativeEntryAndLeavesTheFirst() {
    var project = newProject();
    var pledge = newPledge("100", "USD");
    allocate(project, pledge, "1").statusCode(201);
    paid(project, "30", "2025-01-10");
    var wrong = paid(project, "12.50", "2025-02-10");
    post("/transactions/" + wrong + "/reversals", WHY)
        .statusCode(201)
        .body("amount", comparesEqualTo(new BigDecimal("-12.50")))
        .body("reverses", equalTo(wrong))
        .body("valueDate", equalTo("2025-02-10"));
    get("/transactions/" + wrong)
        .statusCode(200)
        .body("amount", comparesEqualTo(new BigDecimal("12.50")));
    get("/transactions?projectId=" + project).body("items", hasSize(3));
    progress(pledge, "?on=2025-06-01").body("disbursed", comparesEqualTo(new BigDecimal("30.00")));
  }

  @Test
  void anEntryIsReversedOnceAndAReversalNever() {
    var entry = paid(newProject(), "5", "2025-01-10");
    String negative =
        post("/transactions/" + entry + "/reversals", WHY).statusCode(201).extract().path("id");
    problem(post("/transactions/" + entry + "/reversals", WHY), 409, "already-reversed");
    problem(post("/transactions/" + negative + "/reversals", WHY), 422, "is-a-reversal");
    problem(post("/transactions/absent/reversals", WHY), 404, "no-such-transaction");
    problem(post("/transactions/" + entry + "/reversals", "{}"), 422, "bad-reversal");
  }

  @Test
  void moneyOfTomorrowIsRefused() {
    var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
    problem(
            post("/transactions", transaction(newProject(), "DISBURSEMENT", "5", tomorrow)),
            422,
            "value-date-in-future")
        .body("errors[0].pointer", equalTo("/valueDate"));
  }

  @Test
  void onlyACommitmentIsLowered() {
    var project = newProject();
    post("/transactions", transaction(project, "COMMITMENT", "-5", "2025-01-10")).statusCode(201);
    for (var type : List.of("DISBURSEMENT", "EQUITY", "GUARANTEE", "PLEDGE")) {
      problem(
          post("/transactions", transaction(project, type, "-5", "2025-01-10")),
          422,
          "bad-transaction");
    }
    problem(
        post("/transactions", transaction(project, "COMMITMENT", "0", "2025-01-10")),
        422,
        "bad-transaction");
  }

  @Test
  void anEntryIsRecordedOnce() {
    var body = transaction(newProject(), "DISBURSEMENT", "5", "2025-01-10");
    post("/transactions", body).statusCode(201).body("reverses", nullValue());
    problem(post("/transactions", body), 409, "id-taken");
    problem(
        post("/transactions", transaction("absent", "DISBURSEMENT", "5", "2025-01-10")),
        404,
        "no-such-project");
    problem(get("/transactions?type=GIFT"), 400, "bad-filter");
  }
}
