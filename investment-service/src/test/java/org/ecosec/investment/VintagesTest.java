package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.ImportFiles.imported;
import static org.ecosec.investment.ImportFiles.rejects;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The World Bank's list of its projects in India, read through its profile; CC BY 4.0. */
@QuarkusTest
@RealInvestment
class VintagesTest {

  private static final Path FILE =
      Path.of("../journeys/src/main/resources/reference/wb-projects-india.csv.gz");
  private static final Map<String, ?> PROFILE =
      Map.of("format", "mapped", "profile", "world-bank-projects", "backfill", true);

  @Test
  void twoVintagesShowWhichProjectsChangedStatusOrClosingDate() throws IOException {
    var first = imported(Files.readAllBytes(FILE), PROFILE);
    rejects(first).body("items", hasSize(0));
    first
        .body("status", equalTo("COMPLETED"))
        .body("rowsRead", equalTo(893))
        .body("rowsRejected", equalTo(0))
        .body("rowsAccepted", equalTo(893));
    // The file: P168097,…,Active,…,2020-10-23T00:00:00Z,10/31/2026 12:00:00 AM,…,1.2e+08
    get("/projects/wb-p168097")
        .body("title", equalTo("Meghalaya Integrated Transport Project"))
        .body("status", equalTo("IMPLEMENTATION"))
        .body("sector", equalTo("rural-and-inter-urban-roads"))
        .body("source", equalTo("World Bank, Projects & Operations (CC BY 4.0)"));
    get("/milestones/wb-p168097-end")
        .body("plannedOn", equalTo("2026-10-31"))
        .body("startedOn", equalTo("2020-10-23"))
        .body("reachedOn", nullValue());
    get("/transactions/wb-p168097-ibrd")
        .body("amount", comparesEqualTo(new BigDecimal("120000000")))
        .body("type", equalTo("COMMITMENT"))
        .body("valueDate", equalTo("2020-10-23"));
    // Dropped before approval: money that was never committed is not counted.
    problem(get("/transactions/wb-p178239-ibrd"), 404, "no-such-transaction");
    get("/milestones/wb-p086518-end").body("reachedOn", equalTo("2013-06-30"));

    var later =
        text()
            .replaceFirst("(?m)^(P168097,.*?),Active,", "$1,Closed,")
            .replaceFirst("(?m)^(P178239,.*)\\R", "")
            .replace("10/31/2026 12:00:00 AM,Other,1.5e+08", "2027-04-30,Other,1.5e+08");
    var second = imported(later, PROFILE).body("rowsRead", equalTo(892)).extract();
    String since = first.extract().path("id");
    get("/imports/" + second.path("id") + "/changes?since=" + since)
        .statusCode(200)
        .body("items", hasSize(3))
        .body("items.find { it.change == 'STATUS' }.projectId", equalTo("wb-p168097"))
        .body("items.find { it.change == 'STATUS' }.before", equalTo("Active"))
        .body("items.find { it.change == 'STATUS' }.after", equalTo("Closed"))
        .body("items.find { it.change == 'CLOSING_DATE' }.before", equalTo("2026-10-31"))
        .body("items.find { it.change == 'CLOSING_DATE' }.movedDays", equalTo(181))
        .body("items.find { it.change == 'DISAPPEARED' }.projectId", equalTo("wb-p178239"));
    get("/imports/" + second.path("id") + "/changes?since=" + since + "&limit=1")
        .body("items[0].change", equalTo("CLOSING_DATE"));
    get("/imports/" + second.path("id") + "/changes?since=" + second.path("id"))
        .body("items", hasSize(0));
    problem(
        get("/imports/" + second.path("id") + "/changes?since=" + UUID.randomUUID()),
        404,
        "no-such-import");
  }

  /**
   * The list is of 29 August 2024: what has passed since may have been kept, and nobody said so.
   */
  @Test
  void whatAnOldListSaysIsSilentAndWhatWasGivenUpIsNotDue() throws IOException {
    var params = new HashMap<String, Object>(PROFILE);
    params.put("listedOn", "2024-08-29");
    imported(Files.readAllBytes(FILE), params).body("rowsRejected", equalTo(0));
    get("/milestones/wb-p151072-end").body("reportedOn", equalTo("2024-08-29"));
    var soonAfter = get("/milestones/wb-p151072-end/schedule?on=2024-12-31");
    soonAfter.body("status", equalTo("OVERDUE")).body("reason", nullValue());
    get("/milestones/wb-p151072-end/schedule?on=2025-08-29").body("reason", nullValue());
    get("/milestones/wb-p151072-end/schedule?on=2025-08-30").body("reason", equalTo("SILENT"));
    // Cancelled, with a closing date in 2006.
    get("/milestones/wb-p077192-end/schedule").body("status", equalTo("OVERDUE"));
    get("/milestones/due?on=2025-01-01&within=1")
        .body("items.milestoneId", hasItem("wb-p151072-end"))
        .body("items.milestoneId", not(hasItem("wb-p077192-end")));
    var body = Files.readAllBytes(FILE);
    for (String day : List.of("2999-01-01", "29/08/2024")) {
      params.put("listedOn", day);
      problem(ImportFiles.post(body, params), 400, "bad-day");
    }
  }

  @Test
  void aRowThatTheProfileCannotReadIsTold() throws IOException {
    var lines = text().lines().limit(4).toList();
    var bad =
        String.join(
            "\n",
            lines.get(0),
            lines.get(1).replace("P507340", "P999991").replace(",Pipeline,", ",Parked,"),
            lines
                .get(2)
                .replace("P507236", "P999992")
                .replace(",,,,0,0,0,0", ",31.12.2025,,,0,0,0,0"),
            lines.get(3).replace("P507066", "P999993"));
    rejects(imported(bad + "\n", PROFILE).body("rowsAccepted", equalTo(1)))
        .body("items.code", hasItem("UNKNOWN_STATUS"))
        .body("items.find { it.code == 'BAD_DATE' }.line", equalTo(3))
        .body("items.find { it.code == 'BAD_DATE' }.value", equalTo("31.12.2025"));
    assertThat(get("/projects/wb-p999991").extract().statusCode()).isEqualTo(404);
    get("/projects/wb-p999993").statusCode(200);
  }

  private static String text() throws IOException {
    try (var file = new GZIPInputStream(Files.newInputStream(FILE))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
