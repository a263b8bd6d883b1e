package org.ecosec.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.ecosec.journeys.PublicApi;

/** Subscribers in this process: one server, a path for each, and when they got what. */
final class Subscribers implements AutoCloseable {
  private static final Pattern PRODUCT =
      Pattern.compile("HS\\|(\\d{6})\"|\"product\":\"(\\d{6})\"");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HttpServer server;
  private final AtomicInteger received = new AtomicInteger();
  private final AtomicInteger agreed = new AtomicInteger();
  private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
  private volatile long lastAt;

  static {
    // The server would hang up on all but 200 idle connections, whoever may be about to use them.
    System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
  }

  Subscribers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2_000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }

  /**
   * Subscribes so many, each with its own path, to products that begin so; waits until all agreed.
   */
  void subscribe(PublicApi analyst, int count, String product)
      throws IOException, InterruptedException {
    int before = agreed.get();
    for (int i = 0; i < count; i++) {
      var body =
          "{\"filter\": {\"products\": [\"%s\"]}, \"channel\": {\"type\": \"WEBHOOK\", \"url\": \"%s\"}}"
              .formatted(product, url(product + "-" + i));
      var answer =
          analyst.post(
              "/alerts/v1/subscriptions",
              "application/json",
              UUID.randomUUID().toString(),
              body.getBytes(UTF_8));
      if (answer.status() == 429) {
        Thread.sleep(Duration.ofMillis(500));
        i--;
      } else if (!answer.ok()) {
        throw new IllegalStateException("Not subscribed: " + answer.detail());
      }
    }
    await(() -> agreed.get() >= before + count, "consent of " + count);
  }

  int received() {
    return received.get();
  }

  /** When the first delivery that tells of the product came, by System.nanoTime. */
  long arrival(String product) {
    return arrivals.getOrDefault(product, 0L);
  }

  long lastAt() {
    return lastAt;
  }

  void awaitReceived(int count) throws InterruptedException {
    await(() -> received.get() >= count, count + " deliveries, of which came " + received);
  }

  /** Something that is true later. */
  @FunctionalInterface
  interface Later {
    boolean isTrue();
  }

  private static void await(Later later, String what) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!later.isTrue()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("In " + PATIENCE + " there were not: " + what);
      }
      Thread.sleep(Duration.ofMillis(2));
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("OPTIONS")) {
        exchange.getResponseHeaders().set("WebHook-Allowed-Origin", "*");
        exchange.getResponseHeaders().set("WebHook-Allowed-Rate", "*");
        exchange.sendResponseHeaders(200, -1);
        agreed.incrementAndGet();
        return;
      }
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      long now = System.nanoTime();
      exchange.sendResponseHeaders(204, -1);
      var product = PRODUCT.matcher(body);
      if (product.find()) {
        var code = product.group(1) == null ? product.group(2) : product.group(1);
        arrivals.putIfAbsent(code, now);
      }
      lastAt = now;
      received.incrementAndGet();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
