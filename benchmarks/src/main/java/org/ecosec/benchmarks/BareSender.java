package org.ecosec.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The least that tells and keeps: signed POSTs from virtual threads, and inserts of 500 a commit.
 */
record BareSender(Connection database) {
  private static final int AT_ONCE = 256;
  private static final int BATCH = 500;

  /** Answers the deliveries a second. */
  double send(String url, int count, String body) throws Exception {
    try (var statement = database.createStatement()) {
      statement.execute(
          "create table if not exists bare_attempt (id uuid primary key, at timestamptz not null,"
              + " status integer not null)");
      statement.execute("truncate bare_attempt");
    }
    var done = new LinkedBlockingQueue<UUID>();
    var places = new Semaphore(AT_ONCE);
    var watch = new Stopwatch();
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(
          () -> {
            for (int i = 0; i < count; i++) {
              places.acquireUninterruptibly();
              threads.execute(
                  () -> {
                    try {
                      var id = UUID.randomUUID();
                      int status = 0;
                      while (status != 204) {
                        status = status(http, request(url, id, body));
                      }
                      done.add(id);
                    } catch (Exception failure) {
                      throw new IllegalStateException(failure);
                    } finally {
                      places.release();
                    }
                  });
            }
          });
      store(done, count);
    }
    return count / watch.seconds();
  }

  /** 0 if the connection broke, so that it is sent again. */
  private static int status(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException broken) {
      return 0;
    }
  }

  private void store(LinkedBlockingQueue<UUID> done, int count)
      throws SQLException, InterruptedException {
    database.setAutoCommit(false);
    try (var insert =
        database.prepareStatement("insert into bare_attempt values (?, clock_timestamp(), 204)")) {
      for (int stored = 0; stored < count; ) {
        insert.setObject(1, done.take());
        insert.addBatch();
        int batch = 1;
        var more = new ArrayList<UUID>();
        done.drainTo(more, BATCH - 1);
        for (UUID id : more) {
          insert.setObject(1, id);
          insert.addBatch();
          batch++;
        }
        insert.executeBatch();
        database.commit();
        stored += batch;
      }
    } finally {
      database.setAutoCommit(true);
    }
  }

  private static HttpRequest request(String url, UUID id, String body)
      throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
    var signature = mac.doFinal(("msg_" + id + ".1." + body).getBytes(UTF_8));
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(Duration.ofSeconds(10))
        .header("content-type", "application/cloudevents+json")
        .header("webhook-id", "msg_" + id)
        .header("webhook-timestamp", "1")
        .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature))
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
