package org.ecosec.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A subscriber's server on this machine, which answers as it is told and remembers what it got. */
public final class Receiver implements AutoCloseable {

  /** One request as it came. */
  public record Request(Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse("");
    }
  }

  private final HttpServer server;
  private final List<Request> questions = new CopyOnWriteArrayList<>();
  private volatile boolean agrees = true;
  private volatile String retryAfter = "";
  private volatile String allowedRate = "*";
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** What refusals say in Retry-After. */
  public Receiver asking(String waitFor) {
    retryAfter = waitFor;
    return this;
  }

  /** The statuses of the next answers; 204 when they are used up. */
  public Receiver answering(Integer... statuses) {
    answers.addAll(List.of(statuses));
    return this;
  }

  /** Does not agree to be told until {@link #agree}. */
  public Receiver silent() {
    agrees = false;
    return this;
  }

  public void agree() {
    agrees = true;
  }

  public Receiver allowing(int perMinute) {
    allowedRate = Integer.toString(perMinute);
    return this;
  }

  /** The questions whether it wants to be told. */
  public List<Request> questions() {
    return List.copyOf(questions);
  }

  /** Answers nothing until {@link #release}. */
  public Receiver holding() {
    gate = new CountDownLatch(1);
    return this;
  }

  public void release() {
    gate.countDown();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public List<Request> await(int count) {
    return Eventually.get(count + " requests", this::requests, seen -> seen.size() >= count);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("OPTIONS")) {
        consent(exchange);
        return;
      }
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      requests.add(new Request(Map.copyOf(exchange.getRequestHeaders()), body));
      gate.await();
      var status = answers.poll();
      if (status != null && status == 302) {
        exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
      }
      if (status != null && !retryAfter.isEmpty()) {
        exchange.getResponseHeaders().add("Retry-After", retryAfter);
      }
      exchange.sendResponseHeaders(status == null ? 204 : status, -1);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void consent(HttpExchange exchange) throws IOException {
    var origin = exchange.getRequestHeaders().getFirst("WebHook-Request-Origin");
    if (agrees && origin != null) {
      exchange.getResponseHeaders().add("WebHook-Allowed-Origin", origin);
      exchange.getResponseHeaders().add("WebHook-Allowed-Rate", allowedRate);
    }
    exchange.sendResponseHeaders(200, -1);
    questions.add(new Request(Map.copyOf(exchange.getRequestHeaders()), ""));
  }

  @Override
  public void close() {
    release();
    server.stop(0);
  }
}
