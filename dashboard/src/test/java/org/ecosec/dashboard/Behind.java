package org.ecosec.dashboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A service behind the edge: it echoes, counts what is uploaded, and streams until it is told. */
public class Behind implements QuarkusTestResourceLifecycleManager {
  static final CountDownLatch FIRST_EVENT_SEEN = new CountDownLatch(1);
  private @Nullable HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer started = HttpServer.create(address, 0);
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.createContext("/trade/v1/echo", this::echo);
      started.createContext("/trade/v1/imports", this::count);
      started.createContext("/trade/v1/stream", this::stream);
      started.start();
      server = started;
      return Map.of(
          "ecosec.edge.trade",
          "http://localhost:" + started.getAddress().getPort(),
          "ecosec.edge.alerts",
          "http://localhost:1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void echo(HttpExchange exchange) throws IOException {
    String seen =
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + exchange.getRequestHeaders().getFirst("Host");
    exchange.getResponseHeaders().set("ETag", "\"1\"");
    answer(exchange, seen);
  }

  private void count(HttpExchange exchange) throws IOException {
    byte[] buffer = new byte[65_536];
    long total = 0;
    for (int read; (read = exchange.getRequestBody().read(buffer)) >= 0; ) {
      total += read;
    }
    answer(exchange, Long.toString(total));
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (var body = exchange.getResponseBody()) {
      body.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
      body.flush();
      FIRST_EVENT_SEEN.await();
      body.write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
