package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.transaction;
import static org.ecosec.investment.IatiXml.activity;
import static org.ecosec.investment.IatiXml.file;
import static org.ecosec.investment.ImportFiles.imported;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import org.ecosec.investment.iati.Schemas;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

@QuarkusTest
@RealInvestment
class IatiExportTest {

  private static final Map<String, ?> IATI = Map.of("format", "iati");

  @Test
  void theExportIsValidAndImportedAgainItChangesNothing() throws Exception {
    var foreign =
        activity(local())
            .dates(
                """
                <activity-date type="1" iso-date="2019-01-01"/>
                <activity-date type="2" iso-date="2020-04-01"/>
                <activity-date type="3" iso-date="2028-12-31"/>
                """)
            .countries(
                """
                <recipient-country code="IN" percentage="60"/>
                <recipient-country code="BD" percentage="40"/>
                """)
            .related("<related-activity ref=\"XM-DAC-701-PARENT\" type=\"1\"/>\n")
            .transaction("c-1", "2", "1000.50", "USD", "2023-01-01")
            .transaction("f-1", "1", "7", "JPY", "2023-01-01");
    imported(file(foreign), IATI).body("rowsAdded", equalTo(3));
    var mine = ownProject();
    post("/transactions", transaction(mine, "DISBURSEMENT", "12.50", "2024-02-01")).statusCode(201);
    var reversed = Api.paid(mine, "99", "2024-02-01");
    post("/transactions/" + reversed + "/reversals", "{\"reason\": \"typo\", \"source\": \"us\"}")
        .statusCode(201);

    var xml = export("");
    assertThat(violations(xml)).isEmpty();
    assertThat(xml)
        .contains("<iati-identifier>" + foreign.identifier() + "</iati-identifier>")
        .contains("<iati-identifier>XX-ECOSEC-" + mine + "</iati-identifier>")
        .contains("<recipient-country code=\"BD\" percentage=\"40\"")
        .contains("XM-DAC-701-PARENT")
        .doesNotContain(reversed);

    var before = state(foreign.project()) + state(mine);
    imported(xml, IATI)
        .body("status", equalTo("COMPLETED"))
        .body("rowsRejected", equalTo(0))
        .body("rowsAdded", equalTo(0))
        .body("rowsRevised", equalTo(0))
        .body("rowsWithdrawn", equalTo(0))
        .body("revision", nullValue());
    assertThat(state(foreign.project()) + state(mine)).isEqualTo(before);
    assertThat(export("")).isEqualTo(xml);
  }

  @Test
  void whatNoSourceSaysIsLeftOutAndCountedNeverInvented() {
    var silent = fresh("project");
    post("/projects", Api.project(silent)).statusCode(201);
    assertThat(export("")).doesNotContain(silent);
    omitted(silent, "NO_DATE");
    var yearOnly = fresh("project");
    post("/projects", project(yearOnly, "PUBLIC")).statusCode(201);
    post("/milestones", milestone(yearOnly, "2028-12-31").replace("\"DAY\"", "\"YEAR\""))
        .statusCode(201);
    assertThat(export("")).doesNotContain(yearOnly);
    omitted(yearOnly, "NO_DATE");
    var roleless = fresh("project");
    post("/projects", project(roleless, "PUBLIC").replace("\"Implementing\"", "null"))
        .statusCode(201);
    post("/milestones", milestone(roleless, "2028-12-31")).statusCode(201);
    omitted(roleless, "NO_PARTICIPANT_ROLE");
  }

  @Test
  void aCallerGetsNothingAboveTheirClearance() {
    var secret = fresh("project");
    Api.as("RESTRICTED")
        .body(project(secret, "RESTRICTED"))
        .post(Api.ROOT + "/projects")
        .then()
        .statusCode(201);
    Api.as("RESTRICTED")
        .body(milestone(secret, "2028-12-31").replace("\"PUBLIC\"", "\"RESTRICTED\""))
        .post(Api.ROOT + "/milestones")
        .then()
        .statusCode(201);
    var open = ownProject();
    var hidden = fresh("t");
    Api.as("PARTNER")
        .body(
            transaction(
                Map.of(
                    "id",
                    hidden,
                    "project",
                    open,
                    "type",
                    "DISBURSEMENT",
                    "amount",
                    "5",
                    "day",
                    "2024-01-01",
                    "handling",
                    "PARTNER")))
        .post(Api.ROOT + "/transactions")
        .then()
        .statusCode(201);
    assertThat(export("")).doesNotContain(secret).doesNotContain(hidden).contains(open);
    assertThat(exportAs("RESTRICTED", "")).contains(secret).contains(hidden);
  }

  @Test
  void anInstantIsAnsweredAsItWasKnownThen() {
    var one = activity(local()).titled("The old title");
    imported(file(one), IATI);
    var then = Instant.now();
    imported(file(activity(one.local()).titled("The new title")), IATI);
    assertThat(export("?asOf=" + then))
        .contains("The old title")
        .isEqualTo(export("?asOf=" + then));
    assertThat(export("")).contains("The new title").doesNotContain("The old title");
  }

  private static void omitted(String project, String reason) {
    get("/iati/omissions?limit=1000")
        .body("items.find { it.projectId == '" + project + "' }.reason", equalTo(reason));
  }

  private static String ownProject() {
    var id = fresh("project");
    post("/projects", project(id, "PUBLIC")).statusCode(201);
    post("/milestones", milestone(id, "2028-12-31")).statusCode(201);
    return id;
  }

  private static String project(String id, String handling) {
    return Api.project(id)
        .replace("\"role\": null", "\"role\": \"Implementing\"")
        .replace("\"handling\": \"PUBLIC\"", "\"handling\": \"" + handling + "\"");
  }

  private static String milestone(String project, String day) {
    return """
    {"id": "%s-end", "projectId": "%s", "title": "Completion", "plannedOn": "%s",
     "plannedPrecision": "DAY", "handling": "PUBLIC", "source": "a plan"}
    """
        .formatted(project, project, day);
  }

  private static String state(String project) {
    return get("/projects/" + project).extract().asString()
        + get("/transactions?projectId=" + project).extract().asString()
        + get("/milestones/" + project + "-end").extract().asString();
  }

  private static String export(String query) {
    return exportAs("PUBLIC", query);
  }

  private static String exportAs(String handling, String query) {
    return Api.json()
        .header("Authorization", Tokens.bearer("reader", handling))
        .get(Api.ROOT + "/iati/activities.xml" + query)
        .then()
        .statusCode(200)
        .contentType("application/xml")
        .extract()
        .asString();
  }

  private static List<String> violations(String xml) throws Exception {
    var found = new java.util.ArrayList<String>();
    var validator = Schemas.activities().newValidator();
    validator.setErrorHandler(
        new DefaultHandler() {
          @Override
          public void error(SAXParseException wrong) throws SAXException {
            found.add(wrong.getLineNumber() + ": " + wrong.getMessage());
          }
        });
    validator.validate(new StreamSource(new StringReader(xml)));
    return found;
  }

  private static String local() {
    return fresh("E").toUpperCase(Locale.ROOT);
  }
}
