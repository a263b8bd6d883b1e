package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.ROOT;
import static org.ecosec.investment.Api.allocate;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.newPledge;
import static org.ecosec.investment.Api.newProject;
import static org.ecosec.investment.Api.paid;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.Api.progress;
import static org.ecosec.investment.Api.project;
import static org.ecosec.investment.Api.steward;
import static org.ecosec.investment.Api.transaction;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Parents and parts, two publishers of one event, two sides of one flow: each counts once. */
@QuarkusTest
@RealInvestment
class CountedOnceTest {

  private final DataSource dataSource;

  CountedOnceTest(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Test
  void anEventThatTwoPublishersReportCountsOnce() {
    var pledge = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, pledge, "1").statusCode(201);
    var key = fresh("event");
    String first = reported(project, "100", key).statusCode(201).extract().path("id");
    var second = reported(project, "100", key).statusCode(201).body("sameAs", equalTo(first));
    progress(pledge, "?on=2024-12-31")
        .body("disbursed", comparesEqualTo(new BigDecimal("100.00")))
        .body("flowsCounted", equalTo(1))
        .body("notCounted.reason", equalTo(List.of("SAME_EVENT")));
    String id = second.extract().path("id");
    problem(reportedAs(project, "100", id), 422, "not-the-same-event");
    problem(reportedAs(project, "100", "absent"), 422, "not-the-same-event");
    reportedAs(newProject(), "100", first).statusCode(201);
  }

  @Test
  void aSecondReportOfAProjectIsShownAndNotCounted() {
    var pledge = newPledge("1000", "USD");
    var first = newProject();
    var second = fresh("project");
    var same = project(second).replaceFirst("\\{", "{\"sameAs\": \"" + first + "\",");
    problem(post("/projects", same.replace(first, "no-such-project")), 422, "unknown-same-project");
    problem(post("/projects", same.replace(first, second)), 422, "bad-project");
    post("/projects", same).statusCode(201).body("sameAs", equalTo(first));
    problem(
        post("/projects", same.replace(second, fresh("third")).replace(first, second)),
        422,
        "not-the-same-project");
    problem(allocate(second, pledge, "1"), 422, "same-project-counts");
    allocate(first, pledge, "1").statusCode(201);
    paid(first, "100", "2024-02-01");
    paid(second, "90", "2024-02-01");
    progress(pledge, "?on=2024-12-31").body("disbursed", comparesEqualTo(new BigDecimal("100")));
    // What is allocated is the one that counts.
    problem(
        steward()
            .header("If-Match", "*")
            .body(project(first).replaceFirst("\\{", "{\"sameAs\": \"" + newProject() + "\","))
            .put(ROOT + "/projects/" + first)
            .then(),
        422,
        "not-the-same-project");
    var told = Topic.last("investment.projects.v1", second, 1);
    assertThat(told.path("sameAs").asText()).isEqualTo(first);
    assertThat(told.path("money")).isEmpty();
  }

  @Test
  void whenTheCountedReportIsTakenBackANewOneCounts() {
    var pledge = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, pledge, "1").statusCode(201);
    var key = fresh("event");
    String first = reported(project, "100", key).extract().path("id");
    reported(project, "100", key).statusCode(201);
    post("/transactions/" + first + "/reversals", "{\"reason\": \"error\", \"source\": \"s\"}")
        .statusCode(201);
    progress(pledge, "?on=2024-12-31").body("disbursed", comparesEqualTo(BigDecimal.ZERO));
    reported(project, "90", key).statusCode(201).body("sameAs", nullValue());
    progress(pledge, "?on=2024-12-31").body("disbursed", comparesEqualTo(new BigDecimal("90.00")));
  }

  @Test
  void incomingEntriesAreTheOtherSideOfOutgoingOnes() {
    var pledge = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, pledge, "1").statusCode(201);
    paid(project, "100", "2024-02-01");
    for (var other : List.of("INCOMING_FUNDS", "INCOMING_COMMITMENT", "INCOMING_PLEDGE")) {
      post("/transactions", transaction(project, other, "100", "2024-02-01")).statusCode(201);
    }
    progress(pledge, "?on=2024-12-31")
        .body("disbursed", comparesEqualTo(new BigDecimal("100.00")))
        .body("committed", nullValue());
  }

  @Test
  void aParentCountsOnlyWhatItsPartsDoNotReport() {
    var pledge = newPledge("1000", "USD");
    var parent = newProject();
    allocate(parent, pledge, "0.5").statusCode(201);
    var part = newPart(parent);
    var partOfPart = newPart(part);
    post("/transactions", transaction(parent, "COMMITMENT", "600", "2024-01-15")).statusCode(201);
    paid(parent, "300", "2024-02-01");
    progress(pledge, "?on=2024-12-31").body("disbursed", comparesEqualTo(new BigDecimal("150.00")));
    var asOf = Instant.now();
    paid(partOfPart, "200", "2024-03-01");
    paid(part, "190", "2024-03-01");
    // Payments are now those of the lowest part; nobody but the parent reports commitments.
    progress(pledge, "?on=2024-12-31")
        .body("disbursed", comparesEqualTo(new BigDecimal("100.00")))
        .body("committed", comparesEqualTo(new BigDecimal("300.00")))
        .body("notCounted.reason", equalTo(List.of("REPORTED_BY_PARTS")))
        .body("notCounted[0].transactions", equalTo(2));
    progress(pledge, "?on=2024-12-31&asOf=" + asOf)
        .body("disbursed", comparesEqualTo(new BigDecimal("150.00")));
    assertThat(Topic.last("investment.progress.v1", pledge, 4).path("disbursed").decimalValue())
        .isEqualByComparingTo("100");
    get("/projects?parentId=" + parent).body("items.id", equalTo(List.of(part)));
  }

  @Test
  void aProjectAndItsPartsAreNeverAllocatedBoth() {
    var parent = newProject();
    var part = newPart(parent);
    allocate(parent, newPledge("9", "USD"), "0.1").statusCode(201);
    problem(allocate(part, newPledge("9", "USD"), "0.1"), 422, "allocated-on-another-level");
    problem(
        allocate(newPart(part), newPledge("9", "USD"), "0.1"), 422, "allocated-on-another-level");
    var other = newProject();
    var another = newPart(other);
    allocate(another, newPledge("9", "USD"), "0.1").statusCode(201);
    problem(allocate(other, newPledge("9", "USD"), "0.1"), 422, "allocated-on-another-level");
    problem(moved(another, parent), 422, "allocated-on-another-level");
    moved(other, parent).statusCode(422);
  }

  @Test
  void noProjectIsPartOfItself() {
    var parent = newProject();
    var part = newPart(parent);
    problem(moved(parent, part), 422, "circular-parents");
    problem(moved(parent, parent), 422, "circular-parents");
    problem(moved(parent, newPart(part)), 422, "circular-parents");
    problem(moved(parent, "absent"), 422, "unknown-parent");
    get("/projects/" + parent).body("parentId", nullValue());
  }

  @Test
  void aCommitmentShowsWhatIsDrawnAndLeft() {
    var project = newProject();
    var id = fresh("commitment");
    post(
            "/transactions",
            transaction(project, "COMMITMENT", "400", "2024-02-01")
                .replaceFirst("\"id\": \"[^\"]*\"", "\"id\": \"" + id + "\""))
        .statusCode(201);
    post("/transactions", drawn(project, "COMMITMENT", "-40", id)).statusCode(201);
    post("/transactions", drawn(project, "DISBURSEMENT", "100", id)).statusCode(201);
    post("/transactions", drawn(project, "EXPENDITURE", "70", id)).statusCode(201);
    get("/commitments?projectId=" + project)
        .body("items", hasSize(1))
        .body("items[0].signed", comparesEqualTo(new BigDecimal("400.00")))
        .body("items[0].committed", comparesEqualTo(new BigDecimal("360.00")))
        .body("items[0].disbursed", comparesEqualTo(new BigDecimal("100.00")))
        .body("items[0].undrawn", comparesEqualTo(new BigDecimal("260.00")));
    problem(
        post("/transactions", drawn(newProject(), "DISBURSEMENT", "1", id)),
        422,
        "wrong-commitment");
    problem(post("/transactions", drawn(project, "GUARANTEE", "1", id)), 422, "wrong-commitment");
    problem(
        post("/transactions", drawn(project, "DISBURSEMENT", "1", "absent")),
        422,
        "wrong-commitment");
  }

  @Test
  void eitherSideConfirmsAnAllocation() {
    var pledge = newPledge("1000", "USD");
    var project = newProject();
    var unsure = newProject();
    String id =
        allocate(project, pledge, "1").body("confirmed", equalTo(false)).extract().path("id");
    allocate(unsure, pledge, "1").statusCode(201);
    paid(project, "100", "2024-02-01");
    paid(unsure, "30", "2024-02-01");
    progress(pledge, "?on=2024-12-31").body("disbursedConfirmed", nullValue());
    problem(confirmed(id, "HOSTING", "2199-01-01"), 422, "confirmed-in-future");
    confirmed(id, "HOSTING", "2024-06-01").statusCode(201).body("confirmed", equalTo(true));
    problem(confirmed(id, "HOSTING", "2024-06-02"), 409, "already-confirmed");
    confirmed(id, "PLEDGING", "2024-07-01")
        .statusCode(201)
        .body("hostingSideOn", equalTo("2024-06-01"))
        .body("pledgingSideOn", equalTo("2024-07-01"));
    progress(pledge, "?on=2024-12-31")
        .body("disbursed", comparesEqualTo(new BigDecimal("130.00")))
        .body("disbursedConfirmed", comparesEqualTo(new BigDecimal("100.00")));
  }

  @Test
  void aPledgeIsReplacedOnceAndNeverByItself() {
    var first = newPledge("1", "USD");
    var second = related("\"supersedes\": [\"" + first + "\"]");
    problem(refused("\"supersedes\": [\"" + first + "\"]"), 422, "superseded-before");
    problem(changed(first, "\"supersedes\": [\"" + second + "\"]"), 422, "circular-pledges");
    problem(changed(first, "\"supersedes\": [\"" + first + "\"]"), 422, "circular-pledges");
    problem(refused("\"supersedes\": [\"absent\"]"), 422, "unknown-pledge");
    var third = newPledge("1", "USD");
    problem(
        refused("\"supersedes\": [\"" + third + "\"], \"overlaps\": [\"" + third + "\"]"),
        422,
        "bad-pledge");
    get("/pledges/" + second + "/relations")
        .body("items.pledgeId", hasItem(first))
        .body("items[0].relation", equalTo("SUPERSEDES"));
    get("/pledges/" + first + "/relations")
        .body("items[0].pledgeId", equalTo(second))
        .body("items[0].relation", equalTo("SUPERSEDED_BY"));
  }

  @Test
  void whoChangedWhatIsOnTheLedger() {
    var pledge = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, pledge, "1").statusCode(201);
    var entry = paid(project, "5", "2024-01-01");
    post("/transactions/" + entry + "/reversals", "{\"reason\": \"error\", \"source\": \"s\"}")
        .statusCode(201);
    assertThat(audited("pledges/" + pledge)).containsExactly("CREATED");
    assertThat(audited("transactions/" + entry)).containsExactly("CREATED", "REVERSED");
  }

  private List<String> audited(String subject) {
    try (var connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement(
                "select act from audit_entry where subject = ? order by number")) {
      statement.setString(1, subject);
      var acts = new ArrayList<String>();
      var rows = statement.executeQuery();
      while (rows.next()) {
        acts.add(rows.getString(1));
      }
      return acts;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String newPart(String parent) {
    var id = fresh("part");
    post("/projects", partOf(id, parent)).statusCode(201).body("parentId", equalTo(parent));
    return id;
  }

  private static String partOf(String id, String parent) {
    return project(id).replaceFirst("\\{", "{\"parentId\": \"" + parent + "\",");
  }

  private static ValidatableResponse moved(String id, String parent) {
    return steward()
        .header("If-Match", "*")
        .body(partOf(id, parent))
        .put(ROOT + "/projects/" + id)
        .then();
  }

  private static ValidatableResponse reported(String project, String amount, String key) {
    return post(
        "/transactions",
        transaction(project, "DISBURSEMENT", amount, "2024-02-01")
            .replaceFirst("\\{", "{\"eventKey\": \"" + key + "\","));
  }

  private static ValidatableResponse reportedAs(String project, String amount, String sameAs) {
    return post(
        "/transactions",
        transaction(project, "DISBURSEMENT", amount, "2024-02-01")
            .replaceFirst("\\{", "{\"sameAs\": \"" + sameAs + "\","));
  }

  private static String drawn(String project, String type, String amount, String commitment) {
    return transaction(project, type, amount, "2024-03-01")
        .replaceFirst("\\{", "{\"commitmentId\": \"" + commitment + "\",");
  }

  private static ValidatableResponse confirmed(String id, String side, String on) {
    return steward()
        .header("If-Match", "*")
        .body("{\"side\": \"%s\", \"on\": \"%s\", \"source\": \"a letter\"}".formatted(side, on))
        .post(ROOT + "/allocations/" + id + "/confirmations")
        .then();
  }

  private static String related(String relations) {
    return refused(relations).statusCode(201).extract().path("id");
  }

  private static ValidatableResponse refused(String relations) {
    return post("/pledges", withRelations(fresh("pledge"), relations));
  }

  private static ValidatableResponse changed(String id, String relations) {
    return steward()
        .header("If-Match", "*")
        .body(withRelations(id, relations))
        .put(ROOT + "/pledges/" + id)
        .then();
  }

  private static String withRelations(String id, String relations) {
    return Api.pledge(id, "5", "USD", "PRIVATE_INVESTMENT")
        .replace("\"supersedes\": [], \"extends\": [], \"overlaps\": []", relations);
  }
}
