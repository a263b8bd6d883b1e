package org.ecosec.investment;

import static org.ecosec.investment.Api.allocate;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.newPledge;
import static org.ecosec.investment.Api.paid;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.Api.project;
import static org.ecosec.investment.Api.transaction;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class PortfolioTest {

  @Test
  void moneyIsCutBySectorPlacePartyAndYearAndCountsOnce() {
    var pledge = newPledge("1000", "USD");
    var parent = registered(project(fresh("p")));
    var part =
        registered(
            project(fresh("p"))
                .replaceFirst("\\{", "{\"parentId\": \"" + parent + "\",")
                .replace("critical-minerals", "semiconductors")
                .replace("[\"Andhra Pradesh, India\"]", "[\"Gujarat\", \"Assam\"]"));
    allocate(parent, pledge, "1").statusCode(201);
    paid(parent, "500", "2024-02-01");
    post("/transactions", transaction(parent, "COMMITMENT", "900", "2023-02-01")).statusCode(201);
    var asOf = Instant.now();
    paid(part, "120", "2024-03-01");
    paid(part, "80", "2025-03-01");
    // The parent's own payments are those of its part: 200 in all.
    var query = "/portfolio?pledgeId=" + pledge + "&by=";
    get(query + "SECTOR")
        .statusCode(200)
        .body("addsUp", equalTo(true))
        .body("rateBasis", equalTo("VALUE_DATE_SPOT"))
        .body("cuts.key", equalTo(List.of("critical-minerals", "semiconductors")))
        .body("cuts[0].committed", comparesEqualTo(new BigDecimal("900.00")))
        .body("cuts[0].disbursed", nullValue())
        .body("cuts[1].disbursed", comparesEqualTo(new BigDecimal("200.00")));
    get(query + "YEAR")
        .body("cuts.key", equalTo(List.of("2023", "2024", "2025")))
        .body("cuts[1].disbursed", comparesEqualTo(new BigDecimal("120.00")))
        .body("cuts[2].lastFlowOn", equalTo("2025-03-01"));
    get(query + "PLACE")
        .body("addsUp", equalTo(false))
        .body("cuts.key", equalTo(List.of("Andhra Pradesh, India", "Assam", "Gujarat")))
        .body("cuts[1].disbursed", comparesEqualTo(new BigDecimal("200.00")))
        .body("cuts[2].disbursed", comparesEqualTo(new BigDecimal("200.00")));
    get(query + "PARTY").body("cuts", hasSize(1)).body("cuts[0].projects", equalTo(2));
    get(query + "SECTOR&asOf=" + asOf)
        .body("cuts[0].disbursed", comparesEqualTo(new BigDecimal("500.00")))
        .body("cuts[1].reason", equalTo("NO_SOURCE"));
    get("/portfolio").statusCode(200).body("cuts.key", hasItem("semiconductors"));
    problem(get("/portfolio?by=COLOUR"), 400, "bad-filter");
    problem(get("/portfolio?currency=XQX"), 400, "bad-filter");
  }

  @Test
  void moneyWithoutARateIsSaidAndNotLeftOut() {
    var pledge = newPledge("1000", "USD");
    var id = registered(project(fresh("p")));
    allocate(id, pledge, "1").statusCode(201);
    paid(id, "5", "2024-02-01");
    post(
            "/transactions",
            transaction(
                Map.of(
                    "project",
                    id,
                    "type",
                    "DISBURSEMENT",
                    "amount",
                    "7",
                    "currency",
                    "TRY",
                    "day",
                    "2024-02-01")))
        .statusCode(201);
    get("/portfolio?pledgeId=" + pledge)
        .body("cuts[0].disbursed", nullValue())
        .body("cuts[0].withoutRate", equalTo(1))
        .body("cuts[0].reason", equalTo("NO_RATE"));
  }

  @Test
  void whatIsSilentForAYearIsFlaggedAndWhatNobodyPublishesIsCounted() {
    var silent = registered(project(fresh("p")));
    var speaking = registered(project(fresh("p")));
    var never = registered(project(fresh("p")));
    var closed = registered(project(fresh("p")).replace("IMPLEMENTATION", "CLOSED"));
    paid(silent, "5", "2024-01-31");
    paid(speaking, "5", "2024-02-01");
    var list = get("/portfolio/silent-projects?limit=1000&on=2025-02-01").statusCode(200);
    list.body("items.projectId", hasItem(silent))
        .body("items.projectId", hasItem(never))
        .body("items.projectId", not(hasItem(speaking)))
        .body("items.projectId", not(hasItem(closed)))
        .body("items.find { it.projectId == '" + silent + "' }.silentDays", equalTo(367))
        .body("items.find { it.projectId == '" + never + "' }.reason", equalTo("NEVER_REPORTED"));
    get("/portfolio/gaps")
        .body("items.gap", hasSize(3))
        .body("items.find { it.gap == 'NO_PUBLISHED_AMOUNT' }.projects", greaterThan(0));
  }

  private static String registered(String body) {
    return post("/projects", body).statusCode(201).extract().path("id");
  }
}
