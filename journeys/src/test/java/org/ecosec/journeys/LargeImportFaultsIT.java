package org.ecosec.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two gigabytes through the front door, good and bad, and a kill on either side of the answer 202.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeImportFaultsIT {
  private static final long TWO_GIGABYTES = 2L << 30;
  private static final int MAX_MEMORY_MIB = 512;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String TRADE = "trade-service";
  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,note\n";
  private static final String NOTE = "n".repeat(4_000);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private KillablePlatform platform;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    platform = KillablePlatform.start(directory);
  }

  @AfterAll
  void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void aBodyOfTwoGigabytesIsTakenInMemoryThatStaysFlat() throws Exception {
    var answer = send("large-good", generated(LargeImportFaultsIT::row)).join();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var view = ended(answer.headers().firstValue("Location").orElseThrow());
    assertThat(view.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(view.path("rowsRead").asLong()).isEqualTo(TWO_GIGABYTES / row(0).length() + 1);
    assertThat(view.path("rowsAdded").asLong()).isEqualTo(view.path("rowsRead").asLong());
    assertThat(platform.peakMemoryMib(TRADE)).isLessThan(MAX_MEMORY_MIB);
  }

  @Test
  void twoGigabytesWithoutALineEndAreRefusedAndNothingIsLost() throws Exception {
    var before = send("large-before", bytes(HEADER + row(1))).join();
    assertThat(ended(location(before)).path("rowsAdded").asInt()).isEqualTo(1);
    var refused = send("large-bad", generated(number -> NOTE));
    // The connection may be closed before the whole body was sent: then there is no answer to read.
    var answer = refused.exceptionally(closed -> null).join();
    if (answer != null) {
      assertThat(answer.statusCode()).isEqualTo(422);
    }
    assertThat(imports("large-bad")).isZero();
    assertThat(observations("large-before")).isEqualTo(1);
    assertThat(platform.peakMemoryMib(TRADE)).isLessThan(MAX_MEMORY_MIB);
  }

  @Test
  void aKillBeforeTheAnswerLeavesNothingAndOneAfterItLosesNothing() throws Exception {
    var cut = send("large-cut", generated(LargeImportFaultsIT::row));
    Eventually.holds("a body that comes in", () -> receiving("large-cut"));
    platform.kill(TRADE);
    platform.startAgain(TRADE);
    assertThat(
            cut.handle((answer, failure) -> failure != null || answer.statusCode() >= 500).join())
        .isTrue();
    assertThat(imports("large-cut")).isZero();
    try (var superuser = platform.superuser("trade");
        var rows = superuser.createStatement().executeQuery("select count(*) from staged_row")) {
      rows.next();
      assertThat(rows.getLong(1)).isZero();
    }

    var kept = new StringBuilder(HEADER);
    for (int i = 0; i < 20_000; i++) {
      kept.append(row(i).replace(NOTE, ""));
    }
    var answer = send("large-kept", bytes(kept.toString())).join();
    assertThat(answer.statusCode()).isEqualTo(202);
    platform.kill(TRADE);
    platform.startAgain(TRADE);
    assertThat(ended(location(answer)).path("rowsAdded").asInt()).isEqualTo(20_000);
    assertThat(observations("large-kept")).isEqualTo(20_000);
  }

  private static String row(long number) {
    return "2020,JPN,CHN,M,%06d,100,%s\n".formatted(number, NOTE);
  }

  private CompletableFuture<HttpResponse<String>> send(
      String source, HttpRequest.BodyPublisher body) {
    return http.sendAsync(
        HttpRequest.newBuilder(
                platform.edge().resolve("/trade/v1/imports?format=comtrade&source=" + source))
            .header("Authorization", "Bearer " + platform.token(Role.STEWARD))
            .header("Content-Type", "text/csv")
            .timeout(PATIENCE)
            .POST(body)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.BodyPublisher bytes(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }

  private static HttpRequest.BodyPublisher generated(LongFunction<String> line) {
    return HttpRequest.BodyPublishers.ofInputStream(() -> new Generated(line));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private com.fasterxml.jackson.databind.JsonNode ended(String location) throws Exception {
    var reader = new Analyst(platform.as(Role.READER));
    return Eventually.get(
        "the end of " + location,
        PATIENCE,
        () ->
            Optional.of(reader.reads(location))
                .filter(view -> !view.path("status").asText().equals("RUNNING")));
  }

  private boolean receiving(String source) throws Exception {
    for (var view :
        platform.as(Role.READER).get("/trade/v1/imports?status=RUNNING").body().path("items")) {
      if (view.path("source").asText().equals(source) && view.path("rowsRead").asLong() > 0) {
        return true;
      }
    }
    return false;
  }

  private long imports(String source) throws Exception {
    return count("select count(*) from trade_import where source = '" + source + "'");
  }

  private long observations(String source) throws Exception {
    return count(
        "select count(*) from observation o join slice s on s.id = o.slice_id where s.source = '"
            + source
            + "' and o.to_revision is null");
  }

  private long count(String sql) throws Exception {
    try (var superuser = platform.superuser("trade");
        var rows = superuser.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Lines made while they are read, until two gigabytes are sent. */
  private static final class Generated extends InputStream {
    private final LongFunction<String> line;
    private byte[] current = HEADER.getBytes(UTF_8);
    private int at;
    private long number;
    private long sent;

    Generated(LongFunction<String> line) {
      this.line = line;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (at == current.length) {
        if (sent >= TWO_GIGABYTES) {
          return -1;
        }
        current = line.apply(number++).getBytes(UTF_8);
        sent += current.length;
        at = 0;
      }
      int count = Math.min(length, current.length - at);
      System.arraycopy(current, at, buffer, offset, count);
      at += count;
      return count;
    }
  }
}
