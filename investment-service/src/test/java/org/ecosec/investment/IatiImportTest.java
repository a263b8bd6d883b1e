package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.IatiXml.activity;
import static org.ecosec.investment.IatiXml.file;
import static org.ecosec.investment.ImportFiles.gzip;
import static org.ecosec.investment.ImportFiles.imported;
import static org.ecosec.investment.ImportFiles.post;
import static org.ecosec.investment.ImportFiles.rejects;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class IatiImportTest {

  private static final Map<String, ?> IATI = Map.of("format", "iati");

  @Test
  void anActivityIsAProjectWithItsMoney() {
    var one = activity(local()).pays("p-1", "1000", "2024-02-01").pays("p-2", "500", "2024-03-01");
    imported(file(one), IATI)
        .body("status", equalTo("COMPLETED"))
        .body("rowsRead", equalTo(3))
        .body("rowsAdded", equalTo(3))
        .body("rowsRejected", equalTo(0));
    get("/projects/" + one.project())
        .body("title", equalTo("A railway"))
        .body("status", equalTo("IMPLEMENTATION"))
        .body("places", contains("India"))
        .body("parties[0].name", equalTo("JICA"))
        .body("parties[0].role", equalTo("Funding"))
        .body("source", equalTo("IATI: " + one.identifier()))
        .body("notes", equalTo("From one city to the other."));
    get("/transactions?projectId=" + one.project())
        .body("items", hasSize(2))
        .body("items.type", hasItem("DISBURSEMENT"))
        .body("items[0].financierScope", equalTo("ODA"))
        .body("items.amount.sum()", equalTo(1500));
  }

  @Test
  void theSameFileAgainChangesNothing() {
    var one = activity(local()).pays("p-1", "1000", "2024-02-01");
    imported(file(one), IATI).body("rowsAdded", equalTo(2));
    long revision = get("/projects/" + one.project()).extract().jsonPath().getLong("revision");
    imported(gzip(file(one).getBytes(StandardCharsets.UTF_8)), IATI)
        .body("rowsUnchanged", equalTo(2))
        .body("rowsAdded", equalTo(0))
        .body("rowsRevised", equalTo(0))
        .body("revision", nullValue());
    assertThat(get("/projects/" + one.project()).extract().jsonPath().getLong("revision"))
        .isEqualTo(revision);
  }

  @Test
  void aLaterFileRevisesAndWithdrawsAndKeepsWhatIsKnownBesides() {
    var local = local();
    var first = activity(local).pays("p-1", "1000", "2024-02-01").pays("p-2", "9", "2024-02-02");
    imported(file(first), IATI);
    var manual = Api.paid(first.project(), "77", "2024-04-01");
    imported(file(activity(local).titled("Two railways").pays("p-1", "1200", "2024-02-01")), IATI)
        .body("rowsRevised", equalTo(2))
        .body("rowsWithdrawn", equalTo(1));
    get("/projects/" + first.project()).body("title", equalTo("Two railways"));
    get("/transactions?projectId=" + first.project())
        .body("items", hasSize(2))
        .body("items.id", hasItem(manual))
        .body("items.amount.sum()", comparesEqualTo(new BigDecimal("1277")));
  }

  @Test
  void anActivityWithAMistakeIsLeftOutWholeAndItsNeighbourIsTaken() {
    var wrong =
        activity(local()).pays("p-1", "1000", "2024-02-01").pays("p-2", "1.5", "2024-02-01");
    var right = activity(local()).pays("p-1", "1000", "2024-02-01");
    var done =
        imported(file(wrong, right), IATI)
            .body("rowsRead", equalTo(5))
            .body("rowsRejected", equalTo(3))
            .body("rowsAdded", equalTo(2));
    rejects(done)
        .body("items", hasSize(1))
        .body("items[0].line", equalTo(21))
        .body(
            "items[0].path", equalTo("/iati-activities[1]/iati-activity[1]/transaction[2]/amount"))
        .body("items[0].code", equalTo("BAD_MONEY"))
        .body("items[0].reason", containsString("JPY has no decimals"));
    problem(get("/projects/" + wrong.project()), 404, "no-such-project");
    get("/transactions?projectId=" + wrong.project()).body("items", hasSize(0));
    get("/projects/" + right.project()).statusCode(200);
  }

  @Test
  void whatTheSchemaRefusesIsToldWithLineAndPath() {
    var wrong = activity(local()).dates("<activity-date type=\"2\" iso-date=\"soon\"/>\n");
    rejects(imported(file(wrong, activity(local())), IATI).body("rowsAdded", equalTo(1)))
        .body("items[0].code", equalTo("XSD"))
        .body("items[0].line", equalTo(10))
        .body("items[0].path", equalTo("/iati-activities[1]/iati-activity[1]/activity-date[1]"))
        .body("items[0].reason", containsString("'soon' is not a valid value for 'date'"));
    var missing = activity(local()).dates("");
    rejects(imported(file(missing, activity(local())), IATI))
        .body("items[0].reason", containsString("activity-date"));
  }

  @Test
  void theRulesBeyondTheSchemaAreKept() {
    var tomorrow = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(1).toString();
    refused(activity(local()).pays("p", "10", tomorrow), "VALUE_DATE_IN_FUTURE");
    refused(
        activity(local()).dates("<activity-date type=\"4\" iso-date=\"" + tomorrow + "\"/>\n"),
        "DATE_IN_FUTURE");
    refused(
        activity(local())
            .sectors(
                "<sector code=\"21030\" percentage=\"60\"/><sector code=\"21040\""
                    + " percentage=\"30\"/>\n"),
        "PERCENTAGES");
    refused(
        activity(local())
            .countries(
                "<recipient-country code=\"IN\" percentage=\"60\"/>"
                    + "<recipient-region code=\"679\" percentage=\"50\"/>\n"),
        "PERCENTAGES");
    refused(activity(local()).status("7"), "BAD_STATUS");
    refused(activity(local()).reportedBy("GB-GOV-1"), "IDENTIFIER_PREFIX");
    refused(activity(local()).transaction("p", "14", "10", "USD", "2024-01-01"), "BAD_TYPE");
    refused(activity(local()).transaction("p", "3", "10", "XYZ", "2024-01-01"), "BAD_MONEY");
    refused(activity(local()).transaction("p", "3", "-10", "USD", "2024-01-01"), "BAD_TRANSACTION");
    refused(activity(local()).transaction("p", "3", "0", "USD", "2024-01-01"), "BAD_TRANSACTION");
    var twice = activity(local());
    rejects(imported(file(twice, twice), IATI).body("rowsAdded", equalTo(1)))
        .body("items.code", hasItem("DUPLICATE"));
  }

  @Test
  void percentagesThatSumToAHundredAndNegativeCommitmentsAreTaken() {
    var one =
        activity(local())
            .sectors(
                "<sector code=\"21030\" percentage=\"66.67\"/><sector code=\"21040\""
                    + " percentage=\"33.33\"/>\n")
            .transaction("c-1", "2", "1000", "USD", "2023-01-01")
            .transaction("c-2", "2", "-400", "USD", "2024-01-01")
            .transaction("i-1", "5", "10", "USD", "2024-01-01");
    imported(file(one), IATI)
        .body("rowsRead", equalTo(4))
        .body("rowsAdded", equalTo(3))
        .body("rowsIgnored", equalTo(1))
        .body("notKept", hasItem("transaction of type 5"));
    get("/transactions?projectId=" + one.project())
        .body("items.amount.sum()", comparesEqualTo(new BigDecimal("600")));
  }

  @Test
  void anActivityThatAnotherPublisherReportsCountsOnce() {
    var one = activity(local()).pays("p-1", "1000", "2024-02-01");
    imported(file(one), IATI);
    var again =
        file(one)
            .replace(
                "<reporting-org ref=\"XM-DAC-701\" type=\"10\">",
                "<reporting-org ref=\"GB-GOV-1\" type=\"10\" secondary-reporter=\"1\">")
            .replace(">1000<", ">2000<");
    rejects(imported(again, IATI).body("status", equalTo("FAILED")))
        .body("items[0].code", equalTo("OTHER_PUBLISHER"))
        .body("items[0].value", equalTo("XM-DAC-701"));
    get("/transactions?projectId=" + one.project()).body("items.amount.sum()", equalTo(1000));
  }

  @Test
  void whoseMoneyItIsHasToBeSaid() {
    var silent =
        """
        <transaction ref="x"><transaction-type code="3"/><transaction-date iso-date="2024-01-01"/>
        <value currency="USD" value-date="2024-01-01">5</value></transaction>
        """;
    var one = activity(local()).raw(silent);
    rejects(imported(file(one), IATI).body("status", equalTo("FAILED")))
        .body("items[0].code", equalTo("UNKNOWN_FINANCIER_SCOPE"));
    imported(file(one), Map.of("format", "iati", "financierScope", "PUBLIC"))
        .body("rowsAdded", equalTo(2));
    get("/transactions?projectId=" + one.project())
        .body("items[0].financierScope", equalTo("PUBLIC"));
  }

  @Test
  void hostileAndForeignFilesAreRefusedAndNothingIsStored() {
    var local = local();
    var good = file(activity(local));
    var bomb = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol \"lol\">");
    for (int i = 1; i < 10; i++) {
      bomb.append("<!ENTITY lol").append(i).append(" \"");
      bomb.append(("&lol" + (i == 1 ? "" : i - 1) + ";").repeat(10)).append("\">");
    }
    bomb.append("]>");
    var body = good.substring(good.indexOf("<iati-activities"));
    refusedFile(bomb + body.replace("A railway", "&lol9;"), "xml-doctype");
    refusedFile(
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + body.replace("A railway", "&e;"),
        "xml-doctype");
    refusedFile(body.replace("A railway", "&e;"), "xml-entity");
    refusedFile(good.replace("</iati-activities>", ""), "not-xml");
    refusedFile(good.replace("version=\"2.03\"", "version=\"1.05\""), "not-iati");
    refusedFile("<html/>", "not-iati");
    refusedFile("{}", "not-xml");
    refusedFile("<iati-activities version=\"2.03\">" + "<a>".repeat(40), "not-iati");
    refusedFile(good.replace("A railway", "x".repeat(200_000)), "xml-limit");
    refusedFile(
        good.replace("<title>", "<title x=\"" + "x".repeat(9_000_000) + "\">"), "xml-limit");
    problem(get("/projects/xm-dac-701-" + local.toLowerCase(Locale.ROOT)), 404, "no-such-project");
    var packed = gzip(good.getBytes(StandardCharsets.UTF_8));
    problem(post(java.util.Arrays.copyOf(packed, packed.length / 2), IATI), 422, "broken-gzip");
  }

  private static void refused(IatiXml.Activity wrong, String code) {
    rejects(imported(file(wrong), IATI).body("status", equalTo("FAILED")))
        .body("items.code", hasItem(code));
    problem(get("/projects/" + wrong.project()), 404, "no-such-project");
  }

  private static void refusedFile(String xml, String slug) {
    problem(post(xml, IATI), 422, slug);
  }

  private static String local() {
    return fresh("A").toUpperCase(Locale.ROOT);
  }
}
