package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.newPledge;
import static org.ecosec.investment.Api.newProject;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.ImportFiles.imported;
import static org.ecosec.investment.ImportFiles.rejects;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class CsvImportTest {

  @Test
  void eachKindOfRowIsTaken() {
    var pledge = fresh("pledge");
    csv(
            "pledges",
            """
            id,title,amount,currency,scope,from,to,countsFrom,focusAreas,parties
            %s,A pledge,1000000,JPY,PRIVATE_INVESTMENT,2024-01-01,2034-01-01,2024-01-01,semiconductors;ports,"[{""name"":""Japan"",""economy"":""JPN"",""role"":null}]"
            """
                .formatted(pledge))
        .body("rowsAdded", equalTo(1));
    get("/pledges/" + pledge)
        .body("amount", equalTo(1_000_000))
        .body("focusAreas", contains("semiconductors", "ports"))
        .body("parties[0].economy", equalTo("JPN"));
    var project = fresh("project");
    csv("projects", "id,title,status,source\n" + project + ",A plant,PIPELINE,a note\n")
        .body("rowsAdded", equalTo(1));
    csv(
            "milestones",
            "id,projectId,title,plannedOn,plannedPrecision,source\n"
                + project
                + "-m,"
                + project
                + ",Opening,2028-12-31,YEAR,a note\n")
        .body("rowsAdded", equalTo(1));
    csv(
            "transactions",
            MONEY + project + "-t," + project + ",DISBURSEMENT,5.25,USD,2024-02-01,ODA,x\n")
        .body("rowsAdded", equalTo(1));
    get("/projects/" + project).body("status", equalTo("PIPELINE"));
    get("/milestones/" + project + "-m").body("plannedPrecision", equalTo("YEAR"));
    get("/transactions/" + project + "-t")
        .body("amount", comparesEqualTo(new BigDecimal("5.25")))
        .body("recordedAt", notNullValue());
    imported(
            "month,currency,lcu_per_usd\n2199-01,CHF,0.91\n",
            Map.of("format", "csv", "kind", "exchange-rates", "rateSet", "test-set"))
        .body("rowsAccepted", equalTo(1));
    get("/exchange-rates?rateSet=test-set&currency=CHF")
        .body("items[0].lcuPerUsd", comparesEqualTo(new BigDecimal("0.91")));
  }

  @Test
  void whatTheFileDoesNotSayStaysKnown() {
    var project = newProject();
    csv("projects", "id,title,source\n" + project + ",Renamed,another note\n")
        .body("rowsRevised", equalTo(1));
    get("/projects/" + project)
        .body("title", equalTo("Renamed"))
        .body("status", equalTo("IMPLEMENTATION"))
        .body("parties[0].name", equalTo("Toyota Tsusho"))
        .body("products[0].code", equalTo("280530"));
    var last = Topic.last("investment.projects.v1", project, 2);
    assertThat(last.path("title").asText()).isEqualTo("Renamed");
    assertThat(last.path("products")).hasSize(1);
  }

  @Test
  void aMovedPlanIsARebaseliningAndTheFirstPlanStays() {
    var project = newProject();
    csv("milestones", milestone(project, "2022-08-15")).body("rowsAdded", equalTo(1));
    csv("milestones", milestone(project, "2028-12-31")).body("rowsRevised", equalTo(1));
    csv("milestones", milestone(project, "2028-12-31")).body("rowsUnchanged", equalTo(1));
    get("/milestones/" + project + "-m")
        .body("plannedOn", equalTo("2022-08-15"))
        .body("baselineOn", equalTo("2028-12-31"))
        .body("rebaselinings", equalTo(1));
    get("/milestones/" + project + "-m/rebaselinings")
        .body("items", hasSize(1))
        .body("items[0].afterOn", equalTo("2028-12-31"));
  }

  @Test
  void everyBadRowIsToldWithItsLineAndColumnAndTheGoodOnesAreTaken() {
    var project = newProject();
    var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    var id = fresh("t");
    var rows =
        MONEY
            + row(id + "-1", project, "DISBURSEMENT", "100", "USD", "2024-02-01")
            + row(id + "-2", project, "DISBURSEMENT", "-5", "USD", "2024-02-01")
            + row(id + "-3", project, "DISBURSEMENT", "0", "USD", "2024-02-01")
            + row(id + "-4", project, "DISBURSEMENT", "1", "XXX1", "2024-02-01")
            + row(id + "-5", project, "DISBURSEMENT", "1.50", "JPY", "2024-02-01")
            + row(id + "-6", project, "DISBURSEMENT", "1", "USD", tomorrow.toString())
            + row(id + "-7", "no-such-project", "DISBURSEMENT", "1", "USD", "2024-02-01")
            + row(id + "-8", project, "GIFT", "1", "USD", "2024-02-01")
            + row(id + "-9", project, "DISBURSEMENT", "1.000,00", "USD", "2024-02-01")
            + row(id + "-1", project, "DISBURSEMENT", "2", "USD", "2024-02-01")
            + "short,row\n"
            + row("", project, "DISBURSEMENT", "1", "USD", "2024-02-01")
            + row(id + "-10", project, "COMMITMENT", "-1", "USD", "2024-02-01");
    var done =
        csv("transactions", rows)
            .body("status", equalTo("COMPLETED"))
            .body("rowsRead", equalTo(13))
            .body("rowsAdded", equalTo(2))
            .body("rowsRejected", equalTo(11));
    var told = rejects(done).extract().jsonPath();
    assertThat(new java.util.TreeSet<>(told.getList("items.line", Integer.class)))
        .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    assertThat(
            told.getMap("items.collectEntries { [it.line.toString(), it.code + ' ' + it.path] }"))
        .containsEntry("3", "BAD_TRANSACTION amount")
        .containsEntry("4", "BAD_TRANSACTION amount")
        .containsEntry("5", "BAD_MONEY currency")
        .containsEntry("6", "BAD_MONEY amount")
        .containsEntry("7", "VALUE_DATE_IN_FUTURE valueDate")
        .containsEntry("8", "UNKNOWN_PROJECT ")
        .containsEntry("9", "BAD_VALUE type")
        .containsEntry("10", "BAD_VALUE amount")
        .containsEntry("11", "DUPLICATE ")
        .containsEntry("12", "WRONG_WIDTH ")
        .containsEntry("13", "NO_ID id");
    get("/transactions?projectId=" + project).body("items", hasSize(2));
  }

  @Test
  void projectsThatLeadBackToThemselvesOrNameNobodyAreToldAndTheirNeighboursTaken() {
    var one = fresh("project");
    var two = fresh("project");
    var good = fresh("project");
    var part = fresh("project");
    var done =
        csv(
                "projects",
                """
                id,title,parentId,sameAs,source
                %1$s,One,%2$s,,s
                %2$s,Two,%1$s,,s
                %3$s,Good,,,s
                %4$s,Part,%3$s,,s
                %4$s-b,Part of nothing,no-such-project,,s
                %4$s-c,Part of what was refused,%1$s,,s
                %4$s-d,The same as nothing,,no-such-project,s
                %4$s-e,The same,,%3$s,s
                """
                    .formatted(one, two, good, part))
            .body("status", equalTo("COMPLETED"))
            .body("rowsAdded", equalTo(3))
            .body("rowsRejected", equalTo(5));
    assertThat(codes(done))
        .containsExactlyInAnyOrder(
            "2 CIRCULAR_PARENTS",
            "3 CIRCULAR_PARENTS",
            "6 UNKNOWN_PARENT",
            "7 UNKNOWN_PARENT",
            "8 UNKNOWN_SAME_PROJECT");
    get("/projects/" + part).body("parentId", equalTo(good));
    get("/projects/" + part + "-e").body("sameAs", equalTo(good));
  }

  @Test
  void aRowThatBreaksARuleOfTheRecordIsToldAndItsNeighboursAreTaken() {
    var project = newProject();
    csv("milestones", milestone(project, "2028-12-31")).body("rowsAdded", equalTo(1));
    // Started after the plan that is on record, and not in the file.
    var late =
        csv(
                "milestones",
                """
                id,projectId,title,startedOn
                %1$s-m,%1$s,Opening,2029-01-01
                %1$s-n,%1$s,Second phase,2029-01-01
                """
                    .formatted(project))
            .body("rowsAdded", equalTo(1))
            .body("rowsRejected", equalTo(1));
    assertThat(codes(late)).containsExactly("2 RULE_BROKEN");

    var old = newPledge("5", "USD");
    var first = fresh("pledge");
    var header = "id,title,amount,currency,scope,from,to,countsFrom,supersedes\n";
    var terms = ",A pledge,5,USD,PRIVATE_INVESTMENT,2024-01-01,2034-01-01,2024-01-01,";
    csv("pledges", header + first + terms + old + "\n").body("rowsAdded", equalTo(1));
    var again =
        csv(
                "pledges",
                header
                    + (first + "-b" + terms + old + "\n")
                    + (first + "-c" + terms + "\n")
                    + (first + "-d" + terms + "no-such-pledge\n"))
            .body("rowsAdded", equalTo(1))
            .body("rowsRejected", equalTo(2));
    assertThat(codes(again)).containsExactlyInAnyOrder("2 SUPERSEDED_BEFORE", "4 UNKNOWN_PLEDGE");

    var id = fresh("t");
    var money =
        csv(
                "transactions",
                """
                id,projectId,type,amount,currency,valueDate,financierScope,sameAs,commitmentId
                %1$s-1,%2$s,DISBURSEMENT,5,USD,2024-02-01,ODA,,
                %1$s-2,%2$s,DISBURSEMENT,5,USD,2024-02-01,ODA,no-such-entry,
                %1$s-3,%2$s,DISBURSEMENT,5,USD,2024-02-01,ODA,,%1$s-1
                """
                    .formatted(id, project))
            .body("rowsAdded", equalTo(1))
            .body("rowsRejected", equalTo(2));
    assertThat(codes(money))
        .containsExactlyInAnyOrder("3 NOT_THE_SAME_EVENT", "4 WRONG_COMMITMENT");
  }

  @Test
  void aPartOfWhatIsAllocatedIsNotAllocatedBesideIt() {
    var pledge = newPledge("5", "USD");
    var whole = newProject();
    var part = newProject();
    Api.allocate(whole, pledge, "1").statusCode(201);
    Api.allocate(part, pledge, "1").statusCode(201);
    var done =
        csv(
                "projects",
                "id,title,parentId\n" + part + ",A part," + whole + "\n" + whole + ",Whole,\n")
            .body("rowsRevised", equalTo(1))
            .body("rowsRejected", equalTo(1));
    assertThat(codes(done)).containsExactly("2 ALLOCATED_ON_ANOTHER_LEVEL");
    get("/projects/" + part).body("parentId", nullValue());
  }

  private static List<String> codes(ValidatableResponse done) {
    return rejects(done).extract().<List<Map<String, ?>>>path("items").stream()
        .map(one -> one.get("line") + " " + one.get("code"))
        .toList();
  }

  @Test
  void whatIsReadAsCsvCanBeSentBackAndChangesNothing() {
    var project = newProject();
    Api.paid(project, "100", "2024-02-01");
    var wrong = Api.paid(project, "9", "2024-02-01");
    Api.post("/transactions/" + wrong + "/reversals", "{\"reason\": \"typo\", \"source\": \"us\"}")
        .statusCode(201);
    var csv =
        Api.json()
            .accept("text/csv")
            .get(Api.ROOT + "/transactions?projectId=" + project)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    csv("transactions", csv)
        .body("rowsUnchanged", equalTo(2))
        .body("rowsRevised", equalTo(0))
        .body("rowsIgnored", equalTo(1))
        .body("rowsRejected", equalTo(0))
        .body("notKept", hasItem("revision"));
  }

  @Test
  void aFileThatIsNoneIsRefused() {
    var kind = Map.of("format", "csv", "kind", "projects");
    problem(ImportFiles.post("", kind), 422, "empty-file");
    problem(ImportFiles.post("name\nx\n", kind), 422, "wrong-header");
    problem(ImportFiles.post("id,title\n", kind), 422, "empty-file");
    problem(ImportFiles.post(new byte[] {(byte) 0xff, (byte) 0xfe, 'i'}, kind), 422, "not-utf-8");
    problem(ImportFiles.post("x", Map.of("format", "csv", "kind", "x")), 400, "unknown-kind");
    problem(ImportFiles.post("x", Map.of("format", "x")), 400, "unknown-format");
    problem(ImportFiles.post("x", Map.of("format", "mapped")), 400, "unknown-profile");
    problem(
        ImportFiles.post(
            "id\nx\n", Map.of("format", "csv", "kind", "projects", "handling", "RESTRICTED")),
        403,
        "handling-above-clearance");
  }

  @Test
  void nobodyRevisesWhatTheyMayNotSee() {
    var secret = fresh("project");
    Api.as("RESTRICTED")
        .body(Api.project(secret).replace("PUBLIC\"", "RESTRICTED\""))
        .post(Api.ROOT + "/projects")
        .then()
        .statusCode(201);
    rejects(
            csv("projects", "id,title,source\n" + secret + ",Mine,x\n")
                .body("status", equalTo("FAILED")))
        .body("items[0].code", equalTo("ID_TAKEN"));
    rejects(
            csv(
                "transactions",
                MONEY + row(fresh("t"), secret, "EQUITY", "1", "USD", "2024-01-01")))
        .body("items[0].code", equalTo("UNKNOWN_PROJECT"));
  }

  @Test
  void theSameKeyAndFileAreTheFirstImport() {
    var key = fresh("key");
    var body = "id,title,source\n" + fresh("project") + ",One,x\n";
    var first = keyed(key, body).statusCode(202).extract().header("Location");
    assertThat(keyed(key, body).statusCode(202).extract().header("Location")).isEqualTo(first);
    problem(keyed(key, body + fresh("project") + ",Two,x\n"), 422, "idempotency-key-reused");
    Api.as("PUBLIC").get(first).then().statusCode(200);
    Api.json()
        .header("Authorization", Tokens.bearer("analyst"))
        .contentType("text/csv")
        .body(body)
        .post(Api.ROOT + "/imports?format=csv&kind=projects")
        .then()
        .statusCode(403);
  }

  private static final String MONEY =
      "id,projectId,type,amount,currency,valueDate,financierScope,source\n";

  private static String row(
      String id, String project, String type, String amount, String currency, String day) {
    var cell = amount.contains(",") ? '"' + amount + '"' : amount;
    return String.join(",", id, project, type, cell, currency, day, "PRIVATE", "a report") + "\n";
  }

  private static String milestone(String project, String day) {
    return "id,projectId,title,plannedOn,source\n%s-m,%s,Opening,%s,a note\n"
        .formatted(project, project, day);
  }

  private static ValidatableResponse csv(String kind, String body) {
    return imported(body, Map.of("format", "csv", "kind", kind));
  }

  private static ValidatableResponse keyed(String key, String body) {
    return Api.json()
        .header("Authorization", Tokens.bearer("steward"))
        .header("Idempotency-Key", key)
        .contentType("text/csv")
        .body(body)
        .post(Api.ROOT + "/imports?format=csv&kind=projects")
        .then();
  }
}
