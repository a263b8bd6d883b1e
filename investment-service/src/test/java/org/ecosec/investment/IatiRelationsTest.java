package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.allocation;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.pledge;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.Api.progress;
import static org.ecosec.investment.IatiXml.activity;
import static org.ecosec.investment.IatiXml.file;
import static org.ecosec.investment.ImportFiles.imported;
import static org.ecosec.investment.ImportFiles.rejects;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What activities are to each other: parts of a whole, and second reports of the same. */
@QuarkusTest
@RealInvestment
class IatiRelationsTest {

  private static final Map<String, ?> IATI = Map.of("format", "iati");
  private static final String OTHER = "GB-GOV-1";

  @Test
  void parentsAndChildrenBecomeATreeWhoeverSaysSo() {
    var whole = activity(local());
    var says = activity(local()).related(related(whole.identifier(), "1"));
    var isSaid = activity(local());
    var sibling = activity(local()).related(related(says.identifier(), "3"));
    whole.related(related(isSaid.identifier(), "2"));
    imported(file(says, isSaid, sibling, whole), IATI)
        .body("rowsRejected", equalTo(0))
        .body("rowsAdded", equalTo(4));
    get("/projects/" + says.project()).body("parentId", equalTo(whole.project()));
    get("/projects/" + isSaid.project()).body("parentId", equalTo(whole.project()));
    get("/projects/" + sibling.project()).body("parentId", nullValue());
    changesNothing(export());
  }

  @Test
  void aParentThatComesLaterIsJoined() {
    var whole = activity(local());
    var part = activity(local()).related(related(whole.identifier(), "1"));
    imported(file(part), IATI).body("rowsAdded", equalTo(1));
    get("/projects/" + part.project()).body("parentId", nullValue());
    imported(file(whole), IATI).body("rowsAdded", equalTo(1)).body("rowsRevised", equalTo(0));
    get("/projects/" + part.project())
        .body("parentId", equalTo(whole.project()))
        .body("title", equalTo("A railway"));
    changesNothing(export());
  }

  @Test
  void whatAStewardDecidesOtherwiseComesBackAsDecided() {
    var whole = activity(local());
    var part = activity(local()).related(related(whole.identifier(), "1"));
    imported(file(whole, part), IATI).body("rowsAdded", equalTo(2));
    var parents = fresh("project");
    post("/projects", Api.project(parents)).statusCode(201);
    Map<String, Object> said = get("/projects/" + part.project()).extract().path("$");
    var terms = new HashMap<>(said);
    terms.remove("revision");
    for (var parent : Arrays.asList(null, parents)) {
      terms.put("parentId", parent);
      Api.steward()
          .header("If-Match", "*")
          .body(terms)
          .put(Api.ROOT + "/projects/" + part.project())
          .then()
          .statusCode(200);
      changesNothing(export());
    }
    get("/projects/" + part.project()).body("parentId", equalTo(parents));
  }

  @Test
  void circularParentsAreRefusedWithTheirLineAndPath() {
    var one = activity(local());
    var two = activity(local()).related(related(one.identifier(), "1"));
    var good = activity(local());
    var own = activity(local());
    one.related(related(two.identifier(), "1"));
    own.related(related(own.identifier(), "1"));
    var xml = file(one, good, two, own);
    var lines =
        List.of(
            lineOf(xml, related(two.identifier(), "1")),
            lineOf(xml, related(one.identifier(), "1")),
            lineOf(xml, related(own.identifier(), "1")));
    var done = imported(xml, IATI).body("rowsAdded", equalTo(1)).body("rowsRejected", equalTo(3));
    rejects(done)
        .body(
            "items.code",
            equalTo(List.of("CIRCULAR_PARENTS", "CIRCULAR_PARENTS", "CIRCULAR_PARENTS")))
        .body("items.line", equalTo(lines))
        .body("items[0].path", equalTo("/iati-activities[1]/iati-activity[1]/related-activity[1]"));
    problem(get("/projects/" + one.project()), 404, "no-such-project");
    get("/projects/" + good.project()).statusCode(200);
  }

  @Test
  void anActivityThatAnotherPublisherReportsUnderItsOwnNameCountsOnce() {
    var first = activity(local()).pays("p-1", "1000", "2024-02-01");
    var second =
        activity(OTHER, local())
            .pays("p-1", "990", "2024-02-01")
            .related(related(first.identifier(), "5"));
    imported(file(first), IATI).body("rowsAdded", equalTo(2));
    imported(file(second), IATI).body("rowsAdded", equalTo(2));
    countsOnce(first, second);
  }

  @Test
  void anOtherIdentifierSaysTheSameInOneFile() {
    var first = activity(local()).pays("p-1", "1000", "2024-02-01");
    var second = activity(OTHER, local()).pays("p-1", "990", "2024-02-01");
    var named = "<other-identifier ref=\"" + first.identifier() + "\" type=\"A9\"/>\n";
    var xml =
        file(first) // The second names the first.
            .replace(
                "</iati-activities>",
                second.xml().replace("<activity-status", named + "<activity-status")
                    + "</iati-activities>");
    imported(xml, IATI).body("rowsAdded", equalTo(4));
    countsOnce(first, second);
  }

  private static void countsOnce(IatiXml.Activity first, IatiXml.Activity second) {
    get("/projects/" + first.project()).body("sameAs", nullValue());
    get("/projects/" + second.project()).body("sameAs", equalTo(first.project()));
    var pledge = fresh("pledge");
    post("/pledges", pledge(pledge, "2000", "JPY", "ODA")).statusCode(201);
    problem(
        post("/allocations", allocation(second.project(), pledge, "1", "ODA")),
        422,
        "same-project-counts");
    post("/allocations", allocation(first.project(), pledge, "1", "ODA")).statusCode(201);
    progress(pledge, "?on=2024-12-31")
        .body("disbursed", equalTo(1_000))
        .body("flowsCounted", equalTo(1));
    get("/portfolio?by=SECTOR&currency=JPY&pledgeId=" + pledge)
        .body("cuts[0].projects", equalTo(1))
        .body("cuts[0].disbursed", equalTo(1_000));
    assertThat(export()).contains(first.identifier()).contains(second.identifier());
    changesNothing(export());
  }

  private static void changesNothing(String xml) {
    var done = imported(xml, IATI);
    rejects(done).body("items", equalTo(List.of()));
    done.body("rowsRejected", equalTo(0))
        .body("rowsAdded", equalTo(0))
        .body("rowsRevised", equalTo(0))
        .body("revision", nullValue());
    assertThat(export()).isEqualTo(xml);
  }

  private static String export() {
    return Api.json()
        .get(Api.ROOT + "/iati/activities.xml")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static String related(String ref, String type) {
    return "<related-activity ref=\"" + ref + "\" type=\"" + type + "\"/>\n";
  }

  private static int lineOf(String xml, String element) {
    return (int) xml.substring(0, xml.indexOf(element)).lines().count() + 1;
  }

  private static String local() {
    return fresh("R").toUpperCase(Locale.ROOT);
  }
}
