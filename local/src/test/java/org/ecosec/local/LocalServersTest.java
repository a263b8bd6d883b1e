package org.ecosec.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersTest {
  private static final ServiceDatabase TRADE = new ServiceDatabase("trade", "own'er", "app");
  @TempDir Path state;

  @Test
  void rowsSurviveARestartOnTheSameDirectory() throws Exception {
    try (var server = LocalPostgres.durable(state, 0, "s3cret")) {
      create(server);
      owner(server, "CREATE TABLE facts (value int)");
      app(server, "INSERT INTO facts VALUES (42)");
    }
    try (var server = LocalPostgres.durable(state, 0, "s3cret")) {
      create(server);
      assertThat(app(server, "SELECT value FROM facts")).isEqualTo("42");
      assertThat(app(server, "SHOW fsync")).isEqualTo("on");
      assertThat(app(server, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(app(server, "SHOW server_version")).startsWith("18.");
    }
  }

  @Test
  void aServerLeftBehindByAKilledProcessIsReplaced() throws Exception {
    ProcessHandle orphan = leaveServerBehind();
    assertThat(orphan.isAlive()).isTrue();
    try (var server = LocalPostgres.durable(state, 0, "s3cret")) {
      assertThat(orphan.isAlive()).isFalse();
      assertThat(server.process()).isPresent();
    }
  }

  @Test
  void theApplicationRoleChangesRowsButNeverTables() throws Exception {
    try (var server = LocalPostgres.temporary()) {
      create(server);
      owner(server, "CREATE TABLE facts (id int GENERATED ALWAYS AS IDENTITY, value int)");
      app(server, "INSERT INTO facts (value) VALUES (1)");
      app(server, "UPDATE facts SET value = 2");
      assertThat(app(server, "SELECT value FROM facts")).isEqualTo("2");

      for (String refused :
          List.of("CREATE TABLE mine (value int)", "DROP TABLE facts", "TRUNCATE facts")) {
        assertThatThrownBy(() -> app(server, refused)).isInstanceOf(SQLException.class);
      }
      assertThat(app(server, "SELECT tableowner FROM pg_tables WHERE tablename = 'facts'"))
          .isEqualTo("trade_owner");
    }
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    try (var server = LocalPostgres.temporary()) {
      create(server);
      assertThatThrownBy(
              () -> run(server.jdbcUrl("trade"), TRADE.app(), "someone else's", "SELECT 1"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void recordsSurviveARestartOnTheSameDirectory() throws Exception {
    try (var broker = LocalKafka.durable(state, 0, 0)) {
      send(broker, "before the restart");
    }
    try (var broker = LocalKafka.durable(state, 0, 0)) {
      send(broker, "after it");
      assertThat(received(broker, 2)).containsExactly("before the restart", "after it");
    }
  }

  /** Starts a server from a process of its own, kills that process, and answers the server. */
  private ProcessHandle leaveServerBehind() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Process parent =
        new ProcessBuilder(java, "-cp", classPath, Parent.class.getName(), state.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var lines = parent.inputReader()) {
      long pid = Long.parseLong(lines.readLine());
      parent.destroyForcibly().waitFor();
      return ProcessHandle.of(pid).orElseThrow();
    }
  }

  static final class Parent {
    public static void main(String... arguments) throws Exception {
      var server = LocalPostgres.durable(Path.of(arguments[0]), 0, "s3cret");
      System.out.println(server.process().orElseThrow().pid());
      Thread.sleep(Duration.ofMinutes(5));
    }
  }

  private static void create(LocalPostgres server) throws SQLException {
    TRADE.createOn(server.jdbcUrl(""), LocalPostgres.SUPERUSER, server.password());
  }

  private static void owner(LocalPostgres server, String sql) throws SQLException {
    run(server.jdbcUrl("trade"), TRADE.owner(), TRADE.ownerPassword(), sql);
  }

  private static String app(LocalPostgres server, String sql) throws SQLException {
    return run(server.jdbcUrl("trade"), TRADE.app(), TRADE.appPassword(), sql);
  }

  private static String run(String url, String user, String password, String sql)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  private static void send(LocalKafka broker, String value) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("facts", "key", value)).get();
    }
  }

  private static List<String> received(LocalKafka broker, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "group.id",
            "reader",
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("facts"));
      var values = new java.util.ArrayList<String>();
      for (int poll = 0; poll < 30 && values.size() < count; poll++) {
        StreamSupport.stream(consumer.poll(Duration.ofSeconds(1)).spliterator(), false)
            .map(ConsumerRecord::value)
            .forEach(values::add);
      }
      return values;
    }
  }
}
