package org.ecosec.investment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.ROOT;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.newPledge;
import static org.ecosec.investment.Api.pledge;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.Api.steward;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class PledgesTest {

  @Test
  void aPledgeIsKeptInTheCurrencyItWasPledgedIn() {
    var id = fresh("pledge");
    post("/pledges", pledge(id, "10000000000000", "JPY", "PRIVATE_INVESTMENT"))
        .statusCode(201)
        .header("Location", endsWith("/pledges/" + id));
    get("/pledges/" + id)
        .statusCode(200)
        .body("amount", equalTo(10_000_000_000_000L))
        .body("currency", equalTo("JPY"))
        .body("extends", hasSize(0))
        .body("parties[0].economy", equalTo("JPN"));
    get("/pledges?limit=1000").body("items.id", hasItem(id));
  }

  @Test
  void anIdIsMadeFromTheTitle() {
    var word = fresh("vision");
    var body =
        pledge("x", "5", "USD", "ODA")
            .replace("\"id\": \"x\",", "")
            .replace("Pledge x", "Café " + word);
    post("/pledges", body).statusCode(201).body("id", equalTo("cafe-" + word));
  }

  @Test
  void wrongTermsAreRefusedWithPointers() {
    var id = fresh("pledge");
    var good = pledge(id, "5", "JPY", "ODA");
    problem(post("/pledges", good.replace("\"amount\": 5", "\"amount\": 5.5")), 422, "bad-money")
        .body("errors[0].pointer", equalTo("/amount"))
        .body("errors[0].message", equalTo("JPY has no decimals"));
    problem(post("/pledges", good.replace("\"amount\": 5", "\"amount\": 0")), 422, "bad-pledge");
    problem(post("/pledges", good.replace("\"amount\": 5", "\"amount\": -1")), 422, "bad-pledge");
    problem(post("/pledges", good.replace("JPY", "XXZ")), 422, "bad-money")
        .body("errors[0].pointer", equalTo("/currency"));
    problem(post("/pledges", good.replace("\"2034-01-01\"", "\"2023-01-01\"")), 422, "bad-pledge")
        .body("errors.pointer", hasItem("/to"));
    problem(post("/pledges", good.replace("\"scope\": \"ODA\",", "")), 422, "bad-pledge")
        .body("errors[0].pointer", equalTo("/scope"));
    problem(post("/pledges", good.replace("\"ODA\"", "\"MONEY\"")), 400, "malformed-body")
        .body("errors[0].pointer", equalTo("/scope"));
    problem(post("/pledges", good.replace("Pledge", "\\u0000")), 422, "bad-pledge")
        .body("errors[0].pointer", equalTo("/title"));
    problem(post("/pledges", good.replace("2034", "+12034")), 422, "bad-pledge")
        .body("errors[0].pointer", equalTo("/to"));
    for (var size : List.of("1e25", "1e2000000000", "1e-2000000000")) {
      problem(
          post("/pledges", good.replace("\"amount\": 5", "\"amount\": " + size)), 422, "bad-money");
    }
    problem(post("/pledges", ""), 400, "body-missing");
    problem(get("/pledges/" + id), 404, "no-such-pledge");
  }

  @Test
  void aTakenIdIsAConflict() {
    var id = newPledge("5", "USD");
    problem(post("/pledges", pledge(id, "6", "USD", "ODA")), 409, "id-taken");
    get("/pledges/" + id).body("amount", comparesEqualTo(new BigDecimal("5.00")));
  }

  @Test
  void aChangeNeedsTheVersionItChanges() {
    var id = newPledge("5", "USD");
    var tag = get("/pledges/" + id).extract().header("ETag");
    var changed = pledge(id, "7", "USD", "PRIVATE_INVESTMENT");
    problem(steward().body(changed).put(ROOT + "/pledges/" + id).then(), 428, "if-match-required");
    steward()
        .header("If-Match", tag)
        .body(changed)
        .put(ROOT + "/pledges/" + id)
        .then()
        .statusCode(200)
        .body("amount", comparesEqualTo(new BigDecimal("7.00")));
    problem(
        steward().header("If-Match", tag).body(changed).put(ROOT + "/pledges/" + id).then(),
        412,
        "changed-meanwhile");
    problem(
        steward()
            .header("If-Match", "*")
            .body(pledge("other", "7", "USD", "ODA"))
            .put(ROOT + "/pledges/" + id)
            .then(),
        422,
        "id-differs");
  }

  @Test
  void theSameAsOfGivesTheSameBytesWhateverComesLater() {
    var id = newPledge("5", "USD");
    var asOf = Instant.now().toString();
    var before = get("/pledges/" + id + "?asOf=" + asOf).statusCode(200).extract().asString();
    var progressBefore =
        get("/pledges/" + id + "/progress?asOf=" + asOf).statusCode(200).extract().asString();
    steward()
        .header("If-Match", "*")
        .body(pledge(id, "9", "USD", "ODA"))
        .put(ROOT + "/pledges/" + id)
        .then()
        .statusCode(200);
    assertThat(get("/pledges/" + id + "?asOf=" + asOf).extract().asString()).isEqualTo(before);
    assertThat(get("/pledges/" + id + "/progress?asOf=" + asOf).extract().asString())
        .isEqualTo(progressBefore);
    get("/pledges/" + id).body("scope", equalTo("ODA"));
    problem(get("/pledges/" + id + "?asOf=2020-01-01T00:00:00Z"), 404, "no-such-pledge");
    problem(get("/pledges/" + id + "?asOf=%2B999999999-12-31T23:59:59Z"), 400, "bad-as-of");
    problem(get("/pledges/" + id + "?asOf=2999-01-01T00:00:00Z"), 400, "as-of-in-future");
  }

  @Test
  void everyPublishedWordingIsKept() {
    var id = fresh("pledge");
    var said =
        "[{\"text\": \"USD 68 bn by 2035\", \"publisher\": \"An editorial\", \"publishedOn\": null,"
            + " \"amountAsQuoted\": \"USD 68 bn\", \"note\": null}]";
    var body = pledge(id, "10", "JPY", "PRIVATE_INVESTMENT");
    post("/pledges", body.replace("\"statements\": []", "\"statements\": " + said)).statusCode(201);
    var path = "/pledges/" + id + "/statements";
    post(path, "{\"text\": \"7-10 trillion yen\", \"publisher\": \"The press\"}")
        .statusCode(201)
        .body("publishedOn", nullValue());
    get(path).body("items.text", equalTo(List.of("USD 68 bn by 2035", "7-10 trillion yen")));
    get("/pledges/" + id).body("amount", equalTo(10));
    problem(post(path, "{\"publisher\": \"The press\"}"), 422, "bad-statement")
        .body("errors[0].pointer", equalTo("/text"));
    problem(
        post("/pledges/absent/statements", "{\"text\": \"a\", \"publisher\": \"b\"}"),
        404,
        "no-such-pledge");
  }

  @Test
  void theSameIdempotencyKeyRegistersOnce() {
    var body = pledge(fresh("pledge"), "5", "USD", "ODA");
    var key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      steward()
          .header("Idempotency-Key", key)
          .body(body)
          .post(ROOT + "/pledges")
          .then()
          .statusCode(201);
    }
  }

  @Test
  void onlyAStewardWrites() {
    var body = pledge(fresh("pledge"), "5", "USD", "ODA");
    problem(
        given().contentType("application/json").body(body).post(ROOT + "/pledges").then(),
        401,
        "unauthenticated");
    problem(
        given()
            .header("Authorization", Tokens.bearer("analyst"))
            .contentType("application/json")
            .body(body)
            .post(ROOT + "/pledges")
            .then(),
        403,
        "forbidden");
  }

  @Test
  void aListIsAlsoCsv() {
    var id = newPledge("5", "USD");
    var csv =
        given()
            .accept("text/csv")
            .get(ROOT + "/pledges?limit=1000")
            .then()
            .statusCode(200)
            .extract();
    assertThat(csv.asString().lines().findFirst().orElseThrow()).contains(",supersedes,extends,");
    assertThat(csv.asString().lines()).anyMatch(line -> line.startsWith(id + ","));
  }

  @Test
  void aLinkCanAskForCsvWithoutAHeader() {
    var id = newPledge("5", "USD");
    for (var list :
        List.of(
            "/pledges",
            "/pledges/" + id + "/statements",
            "/projects",
            "/allocations",
            "/transactions",
            "/exchange-rates",
            "/targets",
            "/initiatives",
            "/milestones",
            "/imports",
            "/iati/omissions",
            "/portfolio/gaps",
            "/portfolio/silent-projects",
            "/pledges/" + id + "/progress")) {
      given()
          .accept("application/json")
          .get(ROOT + list + "?format=csv")
          .then()
          .statusCode(200)
          .contentType("text/csv");
      given()
          .accept("text/csv")
          .get(ROOT + list + "?format=json")
          .then()
          .statusCode(200)
          .contentType("application/json");
      problem(given().get(ROOT + list + "?format=xlsx").then(), 400, "unknown-format");
    }
    problem(given().get(ROOT + "/pledges/" + id + "?format=csv").then(), 406, "not-acceptable");
  }

  @Test
  void theProgressOfAPledgeIsARowOfASpreadsheet() {
    var id = newPledge("5", "USD");
    var lines =
        given()
            .get(ROOT + "/pledges/" + id + "/progress?on=2025-01-01&format=csv")
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .lines()
            .toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .startsWith("pledgeId,title,pledged.amount,pledged.currency,scope,from,to,countsFrom,on,");
    assertThat(lines.getLast()).startsWith(id + ",Pledge " + id + ",5.00,USD,PRIVATE_INVESTMENT,");
  }
}
