package org.ecosec.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A subscriber's endpoint on this machine. It agrees to be told (CloudEvents' validation by
 * OPTIONS), verifies each delivery by itself and prints it; what is not verified gets 401.
 */
final class WebhookReceiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_BODY = 1 << 20;

  private final HttpServer server;
  private final WebhookSignature signature;
  private final boolean verifying;
  private final InstantSource clock;
  private final PrintStream out;
  private final Set<String> seen = new HashSet<>();

  private WebhookReceiver(
      HttpServer server, List<String> secrets, InstantSource clock, PrintStream out) {
    this.server = server;
    this.signature = new WebhookSignature(secrets);
    this.verifying = !secrets.isEmpty();
    this.clock = clock;
    this.out = out;
  }

  static WebhookReceiver start(int port, List<String> secrets, InstantSource clock, PrintStream out)
      throws IOException {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var receiver = new WebhookReceiver(HttpServer.create(address, 0), secrets, clock, out);
      receiver.server.createContext("/", receiver::answer);
      receiver.server.start();
      return receiver;
    } catch (BindException e) {
      throw new Refusal("Port " + port + " is in use: choose another one with --port.");
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status =
          switch (exchange.getRequestMethod()) {
            case "OPTIONS" -> agree(exchange);
            case "POST" -> take(exchange);
            default -> 405;
          };
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private int agree(HttpExchange exchange) {
    String origin = header(exchange.getRequestHeaders(), "WebHook-Request-Origin");
    if (!origin.isEmpty()) {
      exchange.getResponseHeaders().set("WebHook-Allowed-Origin", origin);
      exchange.getResponseHeaders().set("WebHook-Allowed-Rate", "*");
      out.printf("%s  agreed to be told by %s%n", clock.instant(), origin);
    }
    exchange.getResponseHeaders().set("Allow", "POST, OPTIONS");
    return 200;
  }

  private synchronized int take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return 413;
    }
    var headers = exchange.getRequestHeaders();
    var delivery =
        new WebhookSignature.Signed(
            header(headers, "webhook-id"),
            header(headers, "webhook-timestamp"),
            header(headers, "webhook-signature"),
            ByteBuffer.wrap(body));
    var verdict = signature.verdict(delivery, clock.instant());
    boolean again = !delivery.id().isEmpty() && !seen.add(delivery.id());
    print(delivery, verifying ? verdict.name() : "NOT VERIFIED", again);
    return !verifying || verdict == WebhookSignature.Verdict.VALID ? 204 : 401;
  }

  private void print(WebhookSignature.Signed delivery, String verdict, boolean again) {
    Instant now = clock.instant();
    out.printf("%n%s  %s  %s%s%n", now, delivery.id(), verdict, again ? "  (seen before)" : "");
    String text = StandardCharsets.UTF_8.decode(delivery.body().duplicate()).toString();
    try {
      JsonNode json = JSON.readTree(text);
      JsonNode alert = json.has("data") ? json.get("data") : json;
      if (alert.hasNonNull("title")) {
        out.printf(
            "  %s %s: %s%n",
            alert.path("severity").asText(),
            alert.path("change").asText(),
            alert.get("title").asText());
      }
      out.println(indented(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json)));
    } catch (JsonProcessingException notJson) {
      out.println(indented(text));
    }
    out.flush();
  }

  private static String indented(String text) {
    return text.indent(2).stripTrailing();
  }

  private static String header(Headers headers, String name) {
    return Objects.requireNonNullElse(headers.getFirst(name), "");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
