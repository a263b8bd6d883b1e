package org.ecosec.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber: an endpoint on this machine, a subscription with a filter, and all that it was
 * told. Each delivery is verified with the library of the Standard Webhooks project.
 */
final class Desk implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private @Nullable Webhook secret;
  private final int forgets;
  private String subscriptionId = "";

  private Desk(HttpServer server, int forgets) {
    this.server = server;
    this.forgets = forgets;
  }

  /** Subscribes through the public API. */
  static Desk subscribed(PublicApi analyst, String label, String filter) throws Exception {
    return subscribed(analyst, label, filter, Integer.MAX_VALUE);
  }

  /** Subscribes to everything, and of so many deliveries takes the last without an answer. */
  static Desk forgetful(PublicApi analyst, String label, int deliveries) throws Exception {
    return subscribed(analyst, label, "{}", deliveries);
  }

  private static Desk subscribed(PublicApi analyst, String label, String filter, int forgets)
      throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var desk = new Desk(server, forgets);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", desk::take);
    server.start();
    var body =
        """
        {"label": "%s", "filter": %s,
         "channel": {"type": "WEBHOOK", "url": "http://127.0.0.1:%d/%s"}}
        """
            .formatted(label, filter, server.getAddress().getPort(), label);
    desk.subscribe(new Steward(analyst).registers("/alerts/v1/subscriptions", body));
    return desk;
  }

  private synchronized void subscribe(JsonNode created) throws Exception {
    secret = new Webhook(created.path("secret").asText());
    subscriptionId = created.path("subscription").path("subscriptionId").asText();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("OPTIONS")) {
        exchange
            .getResponseHeaders()
            .set("WebHook-Allowed-Origin", header(exchange, "WebHook-Request-Origin"));
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean taken = taken(exchange, body);
      if (!taken || told.size() % forgets != 0) {
        exchange.sendResponseHeaders(taken ? 204 : 401, -1);
      }
    }
  }

  private synchronized boolean taken(HttpExchange exchange, String body) throws IOException {
    var id = header(exchange, "webhook-id");
    var headers =
        Map.of(
            "webhook-id", List.of(id),
            "webhook-timestamp", List.of(header(exchange, "webhook-timestamp")),
            "webhook-signature", List.of(header(exchange, "webhook-signature")));
    try {
      if (secret != null) {
        secret.verify(body, headers);
        return told.add(new Told(id, JSON.readTree(body).path("data")));
      }
    } catch (WebhookVerificationException forged) {
      refused.add(id + ": " + forged.getMessage());
    }
    return false;
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  String subscriptionId() {
    return subscriptionId;
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  /** What it was told, in the order in which it was. */
  List<String> summaries() {
    return told.stream().map(Told::summary).toList();
  }

  List<String> refused() {
    return List.copyOf(refused);
  }

  Told awaits(String summary) throws Exception {
    return Eventually.get(
        summary, () -> told.stream().filter(one -> one.summary().equals(summary)).findFirst());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
