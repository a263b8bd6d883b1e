package org.ecosec.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.ecosec.platform.testing.RealServers;
import org.junit.jupiter.api.Test;

/** Records that cannot be read, and a database that is away. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class PoisonRecordTest {

  private static final String DLQ = Indicator.TOPIC + ".dlq";

  private final String product = Indicator.newProduct();

  @Test
  void aPoisonRecordIsSetAsideWithItsHeadersAndTheNextOneFlows() {
    var indicator = Indicator.of(product);
    var key = indicator.key();
    Broker.publish(Indicator.TOPIC, key, "{\"importer\": ");
    Broker.publish(Indicator.TOPIC, key, "{\"importer\": \"JPN\"}");
    Broker.publish(Indicator.TOPIC, key, Indicator.of(product).put("productName", "NUL \0").json());
    Broker.send(new ProducerRecord<>(Indicator.TOPIC, key, indicator.json()));
    indicator.publish();
    var published = Instant.now();

    var alert = Api.alert(product, 1);
    assertThat(alert.path("sequence").asInt()).isEqualTo(1);
    assertThat(Instant.parse(alert.path("raisedAt").asText())).isBefore(published.plusSeconds(5));
    var dead = Broker.read(DLQ, key, 4);
    assertThat(dead).hasSize(4);
    var first = dead.getFirst();
    assertThat(first.value()).isEqualTo("{\"importer\": ");
    assertThat(header(first, "ce_id")).isNotEmpty();
    assertThat(header(first, "ce_sequence")).isEqualTo("1");
    assertThat(header(first, "dead-letter-topic")).isEqualTo(Indicator.TOPIC);
    assertThat(header(first, "dead-letter-partition")).matches("\\d+");
    assertThat(header(first, "dead-letter-offset")).matches("\\d+");
    assertThat(header(first, "dead-letter-reason")).contains("not JSON");
    assertThat(header(dead.get(1), "dead-letter-reason")).contains("does not fit");
    assertThat(header(dead.get(3), "dead-letter-reason")).contains("has no header ce_id");
  }

  @Test
  void aRecordWaitsForADatabaseThatIsAway() throws SQLException {
    var indicator = Indicator.of(product);
    try (var retries = new Retries();
        var server = superuser()) {
      execute(server, "alter role alerts_app connection limit 0");
      execute(
          server,
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'alerts_app'");
      indicator.publish();
      Eventually.holds("the record was tried in vain", () -> retries.count() >= 2);
      execute(server, "alter role alerts_app connection limit -1");
    }
    assertThat(Api.alert(product, 1).path("state").asText()).isEqualTo("RAISED");
    Broker.publish(DLQ, indicator.key(), "end");
    assertThat(Broker.read(DLQ, indicator.key(), 1))
        .extracting(ConsumerRecord::value)
        .containsExactly("end");
  }

  /** Counts what the listener says about records that it tries again. */
  private static final class Retries extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("org.ecosec.alerts.signal.Intake");
    private final AtomicInteger count = new AtomicInteger();

    Retries() {
      logger.addHandler(this);
    }

    int count() {
      return count.get();
    }

    @Override
    public void publish(LogRecord record) {
      count.incrementAndGet();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
    }
  }

  private static Connection superuser() throws SQLException {
    var servers = RealServers.servers();
    return DriverManager.getConnection(
        servers.jdbcServer() + "alerts", servers.superuser(), servers.superuserPassword());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}
