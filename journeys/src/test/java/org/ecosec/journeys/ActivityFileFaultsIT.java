package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Activity files of a gigabyte: taken in flat memory across a kill, or refused, never half. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityFileFaultsIT {
  private static final String SERVICE = "investment-service";
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int ACTIVITIES = 50;
  private static final int TRANSACTIONS = 2_000;
  private static final int GIBIBYTE_IN_MEBIBYTES = 1_024;
  private static final long MOST_MEBIBYTES = 512;

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
  void aGigabyteThatWasTakenSurvivesAKillAndIsKnownOnce() throws Exception {
    var answer = send(ActivityStream.of(ACTIVITIES, TRANSACTIONS));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    long peak = peakMebibytes(platform.pid(SERVICE));
    platform.kill(SERVICE);
    platform.startAgain(SERVICE);
    var location = answer.headers().firstValue("Location").orElseThrow();
    var done = finished(location);
    assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("COMPLETED");
    assertThat(done.path("rowsAdded").asLong()).isEqualTo(ACTIVITIES * (TRANSACTIONS + 1L));
    assertThat(count("select count(*) from money_transaction"))
        .isEqualTo((long) ACTIVITIES * TRANSACTIONS);
    assertThat(count("select count(*) from staged_fact")).isZero();
    assertThat(peak).as("MiB while a gigabyte was read").isLessThan(MOST_MEBIBYTES);
    assertThat(peakMebibytes(platform.pid(SERVICE)))
        .as("MiB while it was merged")
        .isLessThan(MOST_MEBIBYTES);
  }

  @Test
  void aTokenWithoutAnEndIsRefusedAndTheServiceLives() throws Exception {
    long before = count("select count(*) from investment_import");
    try {
      assertThat(send(ActivityStream.endlessAttribute(GIBIBYTE_IN_MEBIBYTES)).statusCode())
          .isEqualTo(422);
    } catch (IOException closed) {
      // Refused before it was read to its end: the answer may be lost with the connection.
      assertThat(closed).isNotNull();
    }
    assertThat(count("select count(*) from investment_import")).isEqualTo(before);
    assertThat(platform.as(Role.READER).get("/investment/v1/projects").status()).isEqualTo(200);
    assertThat(peakMebibytes(platform.pid(SERVICE))).isLessThan(MOST_MEBIBYTES);
  }

  private HttpResponse<String> send(InputStream file) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                platform
                    .at(Ports.Listener.ECOSEC_INVESTMENT_PORT)
                    .resolve("/investment/v1/imports?format=iati&backfill=true"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/xml")
            .header("Authorization", "Bearer " + platform.token(Role.STEWARD))
            .POST(BodyPublishers.ofInputStream(() -> file))
            .build();
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return http.send(request, BodyHandlers.ofString());
    }
  }

  private JsonNode finished(String location) throws Exception {
    var api = platform.as(Role.STEWARD);
    return Eventually.get(
        "the end of " + location,
        PATIENCE,
        () -> {
          var view = api.get(URI.create(location).getPath()).body();
          return view.path("status").asText("RUNNING").equals("RUNNING")
              ? Optional.empty()
              : Optional.of(view);
        });
  }

  /** The most resident memory that a process has had, 0 where the system does not tell. */
  private static long peakMebibytes(long pid) throws IOException {
    var status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          >> 10;
    }
  }

  private long count(String sql) throws SQLException {
    try (var superuser = platform.superuser("investment");
        var select = superuser.createStatement();
        var row = select.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
