package org.ecosec.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client of the event stream of alerts (server-sent events) that keeps all that it hears. */
final class AlertListener implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "data:";

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch listening = new CountDownLatch(1);

  private AlertListener() {}

  /** Returns once the stream has begun, so that nothing after it is missed. */
  static AlertListener listening(URI edge, String token) throws Exception {
    var listener = new AlertListener();
    var request =
        HttpRequest.newBuilder(edge.resolve("/alerts/v1/stream"))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .build();
    Thread.ofVirtual().start(() -> listener.listen(request));
    if (!listener.listening.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("The stream of alerts did not begin");
    }
    return listener;
  }

  private void listen(HttpRequest request) {
    try {
      http.send(request, BodyHandlers.ofLines()).body().forEach(this::hear);
    } catch (IOException | UncheckedIOException ended) {
      // The platform or this client has stopped; what was heard stays.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(String line) {
    listening.countDown();
    if (line.startsWith(DATA)) {
      try {
        heard.add(JSON.readTree(line.substring(DATA.length())));
      } catch (JsonProcessingException notJson) {
        throw new UncheckedIOException(notJson);
      }
    }
  }

  /** What happened to alerts, in the order in which it was heard. */
  List<String> summaries() {
    return heard.stream().map(Told::summary).toList();
  }

  void awaits(String summary) throws Exception {
    Eventually.holds("on the stream: " + summary, () -> summaries().contains(summary));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
