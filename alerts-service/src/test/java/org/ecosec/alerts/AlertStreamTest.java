package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.platform.testing.Contracts;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** The stream as a browser's EventSource reads it. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class AlertStreamTest {

  @TestHTTPResource("/alerts/v1/stream")
  URI stream = URI.create("/");

  private final String product = Indicator.newProduct();

  @Test
  void aListenerThatComesBackGoesOnWithoutGapOrRepeat() throws Exception {
    String last;
    try (var listener = new Listener(null)) {
      Indicator.of(product).period("2022").publish();
      var first = listener.next();
      assertThat(Contracts.violations("alerts.alerts.v1", first.data())).isEmpty();
      assertThat(first.period()).isEqualTo("2022");
      last = first.id();
    }
    Indicator.of(product).period("2023").publish();
    Indicator.of(product).period("2024").publish();
    Api.alert(product, 3);
    try (var listener = new Listener(last)) {
      assertThat(List.of(listener.next().period(), listener.next().period()))
          .containsExactly("2023", "2024");
      Indicator.of(product).period("2025").publish();
      assertThat(listener.next().period()).isEqualTo("2025");
    }
  }

  @Test
  void aListenerThatIsTooFarBehindIsToldOfTheGapAndGoesOnAfterIt() throws Exception {
    for (int year = 1990; year < 2000; year++) {
      Indicator.of(product).period(Integer.toString(year)).publish();
    }
    Api.alert(product, 10);
    try (var listener = new Listener("0")) {
      assertThat(listener.line()).isEqualTo(":listening");
      String event = listener.raw();
      while (!event.contains("event:")) {
        event = listener.raw();
      }
      assertThat(event).contains("event:gap").contains("\"after\":0");
      var through = Json.parse(event.substring(event.indexOf('{'))).path("through").asLong();
      assertThat(listener.raw()).contains("id:" + (through + 1) + "\n");
    }
    try (var listener = new Listener("999999999")) {
      assertThat(listener.line()).isEqualTo(":listening");
      listener.line();
      assertThat(listener.raw()).contains("event:gap").contains("\"after\":999999999");
    }
  }

  @Test
  void aSilentStreamShowsThatItLives() throws Exception {
    try (var listener = new Listener(null)) {
      assertThat(listener.line()).isEqualTo(":listening");
      String heartbeat = listener.line();
      while (heartbeat.isEmpty()) {
        heartbeat = listener.line();
      }
      assertThat(heartbeat).isEqualTo(":heartbeat");
    }
  }

  @Test
  void aRestrictedAlertReachesOnlyAClearedListener() throws Exception {
    var measure = "secret-" + product;
    try (var listener = new Listener(null);
        var cleared = new Listener(null, "RESTRICTED")) {
      Sample.of("trade.exposures.v1")
          .put("measureId", measure)
          .put("handling", "RESTRICTED")
          .publish(measure + "|JPN");
      Eventually.get("the restricted alert", cleared::raw, event -> event.contains(measure));
      Indicator.of(product).publish();
      var seen = new ArrayList<String>();
      while (seen.isEmpty() || !seen.getLast().contains("HS|" + product)) {
        seen.add(listener.raw());
      }
      assertThat(seen).noneMatch(event -> event.contains(measure));
    }
  }

  @Test
  void anIdThatIsNotOursIsRefused() {
    RestAssured.given()
        .header("Last-Event-ID", "yesterday")
        .get("/alerts/v1/stream")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ecosec:problem:bad-last-event-id"));
  }

  private record Event(String id, String data) {
    String period() {
      return Json.parse(data).path("period").asText();
    }
  }

  /** Reads events of this test's product and skips those of others. */
  private final class Listener implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final BufferedReader lines;

    Listener(@org.jspecify.annotations.Nullable String lastEventId)
        throws IOException, InterruptedException {
      this(lastEventId, "PUBLIC");
    }

    Listener(@org.jspecify.annotations.Nullable String lastEventId, String level)
        throws IOException, InterruptedException {
      var request =
          HttpRequest.newBuilder(stream).header("Authorization", Tokens.bearer("reader", level));
      if (lastEventId != null) {
        request.header("Last-Event-ID", lastEventId);
      }
      var body = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body();
      lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    Event next() throws IOException {
      while (true) {
        var fields = new ArrayList<String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
          fields.add(line);
        }
        if (fields.stream().anyMatch(field -> field.contains("HS|" + product + "\""))) {
          return new Event(field(fields, "id:"), field(fields, "data:"));
        }
      }
    }

    /** The whole next event. */
    String raw() {
      try {
        var event = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
          event.append(line).append('\n');
        }
        return event.toString();
      } catch (IOException broken) {
        throw new AssertionError(broken);
      }
    }

    String line() throws IOException {
      var line = lines.readLine();
      if (line == null) {
        throw new AssertionError("The stream ended");
      }
      return line;
    }

    private static String field(List<String> fields, String name) {
      return fields.stream()
          .filter(field -> field.startsWith(name))
          .map(field -> field.substring(name.length()).strip())
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }
}
