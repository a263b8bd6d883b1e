package org.ecosec.trade.observation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;
import static org.ecosec.trade.Files.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class ImportProgressTest {

  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n";
  // As Revisions takes it: a merge that waits for it is a merge that is going on.
  private static final String MERGE_LOCK = "select pg_advisory_lock(1249)";

  private final Database database;
  private final DataSource dataSource;
  private final ObservationImport observationImport;

  ImportProgressTest(
      Database database, DataSource dataSource, ObservationImport observationImport) {
    this.database = database;
    this.dataSource = dataSource;
    this.observationImport = observationImport;
  }

  @Test
  void aBodyThatIsComingInIsSeenAndCancelledAndNothingOfItIsKept() throws IOException {
    try (var upload = new Upload("progress-cancelled")) {
      upload.send(HEADER + rows(0, 20_000));
      var id = new String[1];
      eventually(
          () -> {
            upload.write(rows(20_000, 21_000));
            var running = running("progress-cancelled");
            assertThat(running).hasSize(1);
            id[0] = running.getFirst();
            given()
                .get("/trade/v1/imports/" + id[0])
                .then()
                .body("phase", equalTo("STAGING"))
                .body("rowsRead", greaterThan(1_000));
          });
      var first = read(id[0]);
      eventually(
          () -> {
            upload.write(rows(20_000, 22_000));
            assertThat(read(id[0])).isGreaterThan(first);
          });
      cancel(id[0], 200);
      upload.end();
      assertThat(upload.answer.join().statusCode()).isEqualTo(409);
      assertThat(upload.answer.join().body()).contains("import-cancelled");
      given().get("/trade/v1/imports/" + id[0]).then().body("status", equalTo("CANCELLED"));
    }
    assertThat(database.number("select count(*) from staged_row where product = '990099'"))
        .isZero();
    assertThat(running("progress-cancelled")).isEmpty();
  }

  @Test
  void aBodyThatBreaksOffLeavesNothing() throws IOException {
    try (var upload = new Upload("progress-broken")) {
      upload.send(HEADER + rows(0, 20_000));
      eventually(
          () -> {
            upload.write(rows(0, 1_000));
            assertThat(running("progress-broken")).hasSize(1);
          });
      upload.answer.cancel(true);
    }
    eventually(() -> assertThat(running("progress-broken")).isEmpty());
    assertThat(
            database.number("select count(*) from trade_import where source = 'progress-broken'"))
        .isZero();
  }

  @Test
  void aWaitingImportAndOneThatIsMergedAreCancelledAndTheNextIsMerged() throws SQLException {
    String merging;
    String waiting;
    try (Connection lock = dataSource.getConnection()) {
      lock.createStatement().execute(MERGE_LOCK);
      try {
        merging = location("progress-merging");
        eventually(() -> given().get(merging).then().body("phase", equalTo("MERGING")));
        waiting = location("progress-waiting");
        given().get(waiting).then().body("phase", equalTo("WAITING"));
        cancel(waiting.substring(waiting.lastIndexOf('/') + 1), 200);
        given().get(waiting).then().body("status", equalTo("CANCELLED"));
        cancel(merging.substring(merging.lastIndexOf('/') + 1), 200);
        given().get(merging).then().body("status", equalTo("RUNNING"));
      } finally {
        lock.createStatement().execute("select pg_advisory_unlock(1249)");
      }
    }
    eventually(() -> given().get(merging).then().body("status", equalTo("CANCELLED")));
    imported(HEADER + rows(0, 10), "progress-next").body("rowsAdded", equalTo(10));
    assertThat(
            database.number(
                "select count(*) from slice where source like 'progress-_%ing' and open_rows > 0"))
        .isZero();
    var ended = location("progress-ended");
    eventually(() -> given().get(ended).then().body("status", equalTo("COMPLETED")));
    cancel(ended.substring(ended.lastIndexOf('/') + 1), 409);
  }

  @Test
  void whatWasStoredWholeBeforeACrashIsMergedLater() {
    var request =
        new ImportRequest(
            new ImportRequest.Layout("comtrade", null, null, null),
            "progress-resumed",
            ImportMode.PARTIAL,
            null,
            false,
            null);
    var body = new ByteArrayInputStream((HEADER + rows(0, 10)).getBytes(UTF_8));
    // Stored, and then nobody puts it into the queue.
    var id = observationImport.stage(request, body);
    eventually(
        () ->
            given()
                .get("/trade/v1/imports/" + id)
                .then()
                .body("status", equalTo("COMPLETED"))
                .body("rowsAdded", equalTo(10)));
  }

  @Test
  void anImportIsFollowedUntilItHasEnded() throws IOException, InterruptedException {
    var location = location("progress-followed");
    var events =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(location + "/events"))
                    .header("Accept", "text/event-stream")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(events.statusCode()).isEqualTo(200);
    assertThat(events.headers().firstValue("content-type").orElse(""))
        .contains("text/event-stream");
    var last = events.body().strip().lines().toList().getLast();
    assertThat(events.body()).contains("event:import");
    assertThat(last)
        .startsWith("data:")
        .contains("\"status\":\"COMPLETED\"")
        .contains("\"rowsAdded\":10");
  }

  private static String location(String source) {
    return post(
            (HEADER + rows(0, 10)).getBytes(UTF_8), Map.of("format", "comtrade", "source", source))
        .statusCode(202)
        .extract()
        .header("Location");
  }

  private static String rows(int from, int to) {
    var rows = new StringBuilder();
    for (int i = from; i < to; i++) {
      rows.append("2018,JPN,NCL,M,").append("%06d".formatted(i)).append(",60\n");
    }
    return rows.toString();
  }

  private static List<String> running(String source) {
    return given()
        .queryParams(Map.of("status", "RUNNING"))
        .get("/trade/v1/imports")
        .then()
        .statusCode(200)
        .extract()
        .path("items.findAll { it.source == '" + source + "' }.id");
  }

  private static int read(String id) {
    return given().get("/trade/v1/imports/" + id).then().extract().path("rowsRead");
  }

  private static void cancel(String id, int status) {
    given()
        .header("Authorization", Tokens.bearer("reader"))
        .delete("/trade/v1/imports/" + id)
        .then()
        .statusCode(403);
    given()
        .header("Authorization", Tokens.bearer("steward"))
        .delete("/trade/v1/imports/" + id)
        .then()
        .statusCode(status);
  }

  /** A body that is sent bit by bit. */
  private static final class Upload implements AutoCloseable {
    private final PipedOutputStream sender = new PipedOutputStream();
    private final CompletableFuture<HttpResponse<String>> answer;

    Upload(String source) throws IOException {
      var body = new PipedInputStream(sender, 1 << 20);
      answer =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .build()
              .sendAsync(
                  HttpRequest.newBuilder(
                          URI.create(
                              "http://localhost:%d/trade/v1/imports?format=comtrade&source=%s"
                                  .formatted(RestAssured.port, source)))
                      .header("Authorization", Tokens.bearer("steward"))
                      .header("Content-Type", "text/csv")
                      .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
    }

    void send(String text) throws IOException {
      sender.write(text.getBytes(UTF_8));
      sender.flush();
    }

    /** Nobody may read any more. */
    void write(String text) {
      try {
        send(text);
      } catch (IOException closed) {
        assertThat(answer).isDone();
      }
    }

    void end() {
      try {
        sender.close();
      } catch (IOException closed) {
        assertThat(answer).isDone();
      }
    }

    @Override
    public void close() {
      end();
    }
  }
}
