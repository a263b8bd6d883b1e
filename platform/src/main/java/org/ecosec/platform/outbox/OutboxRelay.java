package org.ecosec.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Sends what the outbox holds, one active relay a service. The advisory lock, {@code LISTEN} and
 * the reading share one connection outside the pool: losing it stops this relay and lets another
 * replica's take over. A take-over may repeat events, never lose one.
 */
@ApplicationScoped
class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final long LOCK = 0x0B0C;
  private static final Duration CLEANING = Duration.ofMinutes(10);

  private final OutboxConfig config;
  private final RelayDatabase database;
  private final Topics topics;
  private final Map<String, Object> kafka;
  private volatile boolean running = true;
  private @Nullable Thread thread;

  OutboxRelay(
      OutboxConfig config,
      RelayDatabase database,
      Topics topics,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.config = config;
    this.database = database;
    this.topics = topics;
    this.kafka = kafka;
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("outbox-relay").daemon(true).start(this::run);
  }

  // It wakes every second and sees that it is to end; interrupting it would cut a send short.
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    if (thread != null) {
      thread.join(Duration.ofSeconds(10));
    }
  }

  private void run() {
    while (running) {
      try {
        topics.create();
        relay();
      } catch (InterruptedException stopped) {
        return;
      } catch (SQLException | RuntimeException failure) {
        if (running) {
          LOG.warnf("The outbox relay starts again after: %s", failure);
          pause();
        }
      }
    }
  }

  private void relay() throws SQLException, InterruptedException {
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.appUser(), database.appPassword());
        var producer =
            new KafkaProducer<>(
                producerSettings(), new StringSerializer(), new StringSerializer())) {
      while (running && !locked(connection)) {
        Thread.sleep(config.poll());
      }
      try (Statement listen = connection.createStatement()) {
        // A mark that a crash of the database takes back is an event sent twice, as at a take-over:
        // not worth waiting for the disk beside those whose commits are promises.
        listen.execute("set synchronous_commit = off");
        listen.execute("listen " + Outbox.CHANNEL);
      }
      drain(connection, new PendingEvents(connection), new EventSender(producer, config.source()));
    }
  }

  private void drain(Connection connection, PendingEvents events, EventSender sender)
      throws SQLException, InterruptedException {
    long cleaned = System.nanoTime();
    while (running) {
      var batch = events.next(config.batchSize());
      var sent = sender.send(batch);
      if (!sent.isEmpty()) {
        events.markSent(sent);
      }
      if (batch.isEmpty() || sent.isEmpty()) {
        connection.unwrap(PGConnection.class).getNotifications((int) config.poll().toMillis());
      }
      if (System.nanoTime() - cleaned > CLEANING.toNanos()) {
        events.forget(config.retention());
        cleaned = System.nanoTime();
      }
    }
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private Map<String, Object> producerSettings() {
    var settings = new HashMap<>(kafka);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("delivery.timeout.ms", 30_000);
    settings.put("request.timeout.ms", 10_000);
    settings.put("max.block.ms", 10_000);
    settings.put("linger.ms", 0);
    settings.put("compression.type", "none");
    return settings;
  }

  private void pause() {
    try {
      Thread.sleep(config.poll());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
