package org.ecosec.trade.observation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.Files.imported;
import static org.ecosec.trade.Files.post;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

/** Whatever comes in gets an answer that says what is wrong; the service goes on. */
@QuarkusTest
@RealTrade
class BadInputTest {

  private static final Path CORPORA = Path.of("src/test/resources/corpora");
  private static final List<String> COLUMNS =
      List.of(
          "period", "reporterISO", "partnerISO", "flowCode", "cmdCode", "primaryValue", "netWgt");
  private static final List<String> GOOD = List.of("2018", "JPN", "NCL", "M", "260400", "60", "4");

  private final ObjectMapper json;

  BadInputTest(ObjectMapper json) {
    this.json = json;
  }

  @Test
  void everyFileOfTheSpectrumIsReadOrRefusedForItsHeader() throws IOException {
    try (var files = Files.list(CORPORA.resolve("csv-spectrum"))) {
      for (Path file : files.sorted().toList()) {
        var bytes = Files.readAllBytes(file);
        post(bytes, Map.of("format", "comtrade"))
            .statusCode(422)
            .body("type", equalTo("urn:ecosec:problem:wrong-header"));
        // The same cells under good names: the corner of the format is in a row now.
        var text = new String(bytes, UTF_8);
        int end = text.indexOf('\n');
        int width = text.substring(0, end).split(",", -1).length;
        var header = String.join(",", COLUMNS.subList(0, 6)) + ",x".repeat(Math.max(0, width - 6));
        var done = imported((header + text.substring(end)).getBytes(UTF_8), source("bad-spectrum"));
        done.body("status", equalTo("FAILED")).body("rowsAccepted", equalTo(0));
        assertThat(done.extract().<Integer>path("rowsRejected")).isPositive();
      }
    }
  }

  @Test
  void everyNaughtyStringInEveryCellIsARejectOfItsLine() throws IOException {
    var naughty = naughty();
    var csv = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    int bad = 0;
    for (String text : naughty) {
      for (int column = 0; column < COLUMNS.size(); column++) {
        var cells = new java.util.ArrayList<>(GOOD);
        cells.set(column, text);
        csv.append(String.join(",", cells.stream().map(BadInputTest::quoted).toList()))
            .append('\n');
        bad++;
      }
    }
    csv.append(String.join(",", GOOD)).append('\n');
    var done = imported(csv.toString().getBytes(UTF_8), source("bad-naughty"));
    done.body("status", equalTo("COMPLETED")).body("rowsRead", equalTo(bad + 1));
    int accepted = done.extract().path("rowsAccepted");
    int rejected = done.extract().path("rowsRejected");
    assertThat(accepted + rejected).isEqualTo(bad + 1);
    // Numbers such as 1 or 0 and blank weights are what they look like.
    assertThat(rejected).isGreaterThan(naughty.size() * 6);
    given()
        .get("/trade/v1/imports/" + done.extract().path("id") + "/rejects?limit=1000")
        .then()
        .statusCode(200);
    given()
        .accept("text/csv")
        .get("/trade/v1/imports/" + done.extract().path("id") + "/rejects?limit=1000")
        .then()
        .statusCode(200);
  }

  @Test
  void everyNaughtyStringAsAParameterIsAnsweredOrRefused() throws IOException {
    var typed = List.of("period", "asOf", "updatedAfter", "cursor", "limit", "flow");
    int turn = 0;
    for (String text : naughty()) {
      var query = new HashMap<String, String>();
      List.of("product", "source", "partner", "reporter", "classification", "edition")
          .forEach(name -> query.put(name, text));
      assertThat(given().queryParams(query).get("/trade/v1/observations").statusCode())
          .as("text parameters %s", text)
          .isIn(200, 400, 414);
      var name = typed.get(turn++ % typed.size());
      assertThat(given().queryParam(name, text).get("/trade/v1/observations").statusCode())
          .as("%s=%s", name, text)
          .isIn(200, 400, 414);
      int imports =
          given()
              .header("Authorization", Tokens.bearer("steward"))
              .contentType("text/csv")
              .queryParams("format", text, "profile", text, "source", text, "mode", text)
              .body("a,b\n")
              .post("/trade/v1/imports")
              .then()
              .extract()
              .statusCode();
      assertThat(imports).as("import of %s", text).isIn(400, 414, 422);
      int one =
          given()
              .urlEncodingEnabled(false)
              .get("/trade/v1/imports/" + URLEncoder.encode(text.isEmpty() ? "-" : text, UTF_8))
              .then()
              .extract()
              .statusCode();
      // A single dot is the list itself.
      assertThat(one).as("import %s", text).isIn(200, 400, 404, 414);
    }
  }

  @Test
  void aNulInAParameterIsRefused() {
    for (var path :
        List.of("observations?source=%00", "source-profiles/a%00b", "concentrations?product=%00")) {
      var status = given().urlEncodingEnabled(false).get("/trade/v1/" + path).statusCode();
      assertThat(status).as(path).isIn(400, 404);
    }
  }

  @Test
  void negativeFiguresAreRejectsOfTheirLines() {
    var csv =
        String.join(",", COLUMNS) + "\n2018,JPN,NCL,M,260400,-60,4\n2018,JPN,PHL,M,260400,60,-4\n";
    var done =
        imported(csv.getBytes(UTF_8), source("bad-negative")).body("rowsRejected", equalTo(2));
    given()
        .get("/trade/v1/imports/" + done.extract().path("id") + "/rejects")
        .then()
        .body("items.code", equalTo(List.of("NEGATIVE_VALUE", "NEGATIVE_QUANTITY")));
  }

  // Four times gzip's best ratio of one line, 60 MB: rows are read as they come, never held.
  @Test
  void aBombIsReadLineByLine() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write((String.join(",", COLUMNS) + "\n").getBytes(UTF_8));
      var line = "x".repeat(100_000).getBytes(UTF_8);
      for (int i = 0; i < 600; i++) {
        gzip.write(line);
      }
    }
    assertThat(bytes.size()).isLessThan(100_000);
    post(bytes.toByteArray(), Map.of("format", "comtrade"))
        .statusCode(422)
        .body("type", equalTo("urn:ecosec:problem:unreadable-csv"));
  }

  private List<String> naughty() throws IOException {
    return List.of(json.readValue(CORPORA.resolve("blns.json").toFile(), String[].class));
  }

  private static Map<String, String> source(String source) {
    return Map.of("format", "comtrade", "source", source);
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }
}
