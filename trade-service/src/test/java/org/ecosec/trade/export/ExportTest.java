package org.ecosec.trade.export;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class ExportTest {

  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n";
  private static final int ROWS = 2_500;

  private final Database database;
  private final Exports exports;
  private final ExportQueue queue;

  ExportTest(Database database, Exports exports, ExportQueue queue) {
    this.database = database;
    this.exports = exports;
    this.queue = queue;
  }

  @Test
  void aFileHoldsEveryRowAsKnownWhenItWasOrdered() throws IOException {
    imported(products(ROWS), "bulk");
    var order = order("/trade/v1/observations", Map.of("source", "bulk")).statusCode(202);
    String location = order.extract().header("Location");
    imported(HEADER + "2020,JPN,CHN,M,000001,77\n", "bulk");
    eventually(() -> given().get(location).then().body("status", equalTo("COMPLETED")));

    given().get(location).then().body("rowsWritten", equalTo(ROWS)).body("file", notNullValue());
    var file = given().get(location + "/file").then().statusCode(200);
    var lines = lines(file.extract().asByteArray());
    assertThat(lines).hasSize(ROWS + 1);
    assertThat(lines.getFirst()).startsWith("source,basis,reporter,flow,partner,classification,");
    assertThat(lines.get(1)).startsWith("bulk,REPORTED,JPN,IMPORT,CHN,HS,,000001,A,2020,1,");
    assertThat(lines.stream().skip(1).distinct()).hasSize(ROWS);
    file.contentType("application/gzip").header("Content-Disposition", containsString(".csv.gz"));
  }

  @Test
  void aJobThatACrashLeftRunningIsBegunAnew() throws IOException {
    imported(products(3), "bulk-crash");
    var id = UUID.randomUUID();
    var draft = new ExportDraft("/trade/v1/observations", Map.of("source", "bulk-crash"));
    exports.add(id, draft, "test", Instant.now(), Instant.now().plus(Duration.ofHours(1)));
    database.update("update export_job set status = 'RUNNING', attempts = 1 where id = ?", id);
    exports.addChunk(id, 0, new byte[] {1, 2, 3}, 1);

    queue.resume();
    var location = "/trade/v1/exports/" + id;
    eventually(() -> given().get(location).then().body("status", equalTo("COMPLETED")));

    assertThat(lines(given().get(location + "/file").asByteArray())).hasSize(4);
  }

  @Test
  void anExpiredFileIsGoneAndAFreshOneStays() {
    var old = stored(Instant.now().minusSeconds(1));
    var fresh = stored(Instant.now().plusSeconds(60));

    queue.expire();

    given().get("/trade/v1/exports/" + old + "/file").then().statusCode(410);
    assertThat(exports.chunk(old, 0)).isEmpty();
    given().get("/trade/v1/exports/" + fresh + "/file").then().statusCode(200);
  }

  @Test
  void whatIsNoListOrHasAWrongQueryIsRefusedAtOnce() {
    refused("/trade/v1/secrets", Map.of(), 422, "no-such-list");
    refused("/trade/v1/observations", Map.of("colour", "red"), 422, "no-such-parameter");
    refused("/trade/v1/observations", Map.of("cursor", "x"), 422, "no-such-parameter");
    refused("/trade/v1/observations", Map.of("asOf", "yesterday"), 400, "bad-as-of");
    refused("/trade/v1/measures/none/exposures", Map.of(), 404, "no-such-measure");
    // What needs an operator is no more to be had as a file than as a page.
    refused("/trade/v1/audit-entries", Map.of(), 422, "no-such-list");
    given().get("/trade/v1/exports/none").then().statusCode(404);
    given()
        .header("Authorization", Tokens.bearer("reader"))
        .contentType("application/json")
        .body(Map.of("list", "/trade/v1/observations", "query", Map.of()))
        .post("/trade/v1/exports")
        .then()
        .statusCode(403);
  }

  @Test
  void everyListCanBeOrderedAndAnOrderRepeatedUnderItsKeyIsOne() {
    for (String list :
        List.of("/trade/v1/concentrations", "/trade/v1/economies", "/trade/v1/sources")) {
      order(list, Map.of()).statusCode(202);
    }
    var body = Map.of("list", "/trade/v1/products", "query", Map.of("classification", "JP-PC"));
    var first = keyed(body).extract().header("Location");
    assertThat(keyed(body).extract().header("Location")).isEqualTo(first);
  }

  private UUID stored(Instant expiresAt) {
    var id = UUID.randomUUID();
    exports.add(
        id, new ExportDraft("/trade/v1/economies", Map.of()), "test", Instant.now(), expiresAt);
    exports.addChunk(id, 0, new byte[] {1}, 1);
    database.update("update export_job set status = 'COMPLETED' where id = ?", id);
    return id;
  }

  private static void refused(String list, Map<String, String> query, int status, String slug) {
    order(list, query).statusCode(status).body("type", endsWith(":" + slug));
  }

  private static ValidatableResponse order(String list, Map<String, String> query) {
    return given()
        .header("Authorization", Tokens.bearer("analyst"))
        .contentType("application/json")
        .body(Map.of("list", list, "query", query))
        .post("/trade/v1/exports")
        .then();
  }

  private static ValidatableResponse keyed(Map<String, ?> body) {
    return given()
        .header("Authorization", Tokens.bearer("analyst"))
        .header("Idempotency-Key", "export-once")
        .contentType("application/json")
        .body(body)
        .post("/trade/v1/exports")
        .then()
        .statusCode(202);
  }

  private static String products(int count) {
    var csv = new StringBuilder(HEADER);
    for (int i = 1; i <= count; i++) {
      csv.append("2020,JPN,CHN,M,%06d,%d%n".formatted(i, i));
    }
    return csv.toString();
  }

  private static List<String> lines(byte[] packed) throws IOException {
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(unpacked.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
