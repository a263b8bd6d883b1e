package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.ROOT;
import static org.ecosec.investment.Api.allocate;
import static org.ecosec.investment.Api.as;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.newPledge;
import static org.ecosec.investment.Api.newProject;
import static org.ecosec.investment.Api.paid;
import static org.ecosec.investment.Api.pledge;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.Api.progress;
import static org.ecosec.investment.Api.transaction;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class HandlingTest {

  @Test
  void aRestrictedPledgeIsSeenByTheClearedAlone() {
    var id = fresh("pledge");
    var body = pledge(id, "5", "USD", "ODA").replace("PUBLIC\"", "RESTRICTED\"");
    problem(post("/pledges", body), 403, "handling-above-clearance");
    as("RESTRICTED").body(body).post(ROOT + "/pledges").then().statusCode(201);
    problem(get("/pledges/" + id), 404, "no-such-pledge");
    problem(get("/pledges/" + id + "/progress"), 404, "no-such-pledge");
    problem(get("/pledges/" + id + "/statements"), 404, "no-such-pledge");
    get("/pledges?limit=1000").body("items.id", not(hasItem(id)));
    cleared("/pledges/" + id).statusCode(200);
  }

  @Test
  void moneyThatACallerMayNotSeeIsNotInTheirSums() {
    var id = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    paid(project, "5", "2024-02-01");
    var withoutIt = progress(id, "?on=2024-12-31").extract();
    as("PARTNER")
        .body(
            transaction(
                Map.of(
                    "project",
                    project,
                    "type",
                    "DISBURSEMENT",
                    "amount",
                    "95",
                    "day",
                    "2024-03-01",
                    "handling",
                    "PARTNER")))
        .post(ROOT + "/transactions")
        .then()
        .statusCode(201);
    progress(id, "?on=2024-12-31")
        .body("disbursed", comparesEqualTo(new BigDecimal("5.00")))
        .body("flowsCounted", equalTo(1))
        .body("handling", equalTo("PUBLIC"));
    String spi = withoutIt.path("spi").toString();
    assertThat(progress(id, "?on=2024-12-31").extract().path("spi").toString()).isEqualTo(spi);
    get("/transactions?projectId=" + project).body("items", hasSize(1));
    cleared("/pledges/" + id + "/progress?on=2024-12-31")
        .body("disbursed", comparesEqualTo(new BigDecimal("100.00")))
        .body("handling", equalTo("PARTNER"));
  }

  @Test
  void theEventOfAPublicWriterCountsWhatTheWriterMayNotSee() {
    var id = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    as("RESTRICTED")
        .body(
            transaction(
                Map.of(
                    "project",
                    project,
                    "type",
                    "DISBURSEMENT",
                    "amount",
                    "95",
                    "day",
                    "2024-03-01",
                    "handling",
                    "RESTRICTED")))
        .post(ROOT + "/transactions")
        .then()
        .statusCode(201);
    paid(project, "5", "2024-02-01");
    var event = Topic.last("investment.progress.v1", id, 3);
    assertThat(event.path("disbursed").decimalValue()).isEqualByComparingTo("100");
    assertThat(event.path("handling").asText()).isEqualTo("RESTRICTED");
  }

  private static io.restassured.response.ValidatableResponse cleared(String path) {
    return Api.json()
        .header("Authorization", Tokens.bearer("reader", "RESTRICTED"))
        .get(ROOT + path)
        .then();
  }
}
