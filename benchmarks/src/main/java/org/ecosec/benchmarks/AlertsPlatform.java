package org.ecosec.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.ecosec.journeys.LocalPlatform;
import org.ecosec.journeys.Ports;
import org.ecosec.journeys.PublicApi;
import org.ecosec.journeys.Role;
import org.ecosec.journeys.StateDirectory;
import org.ecosec.local.Directories;
import org.ecosec.local.LocalPostgres;

/** The packaged alerts-service on ports and data of its own, and signals for it. */
final class AlertsPlatform implements AutoCloseable {
  private static final String TOPIC = "trade.indicators.v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StateDirectory state;
  private final Ports ports;
  private final LocalPlatform platform;
  private final KafkaProducer<String, String> producer;
  private final ObjectNode sample;
  private final AtomicInteger products = new AtomicInteger(100_000);

  private AlertsPlatform(Path checkout, StateDirectory state, Ports ports, LocalPlatform platform)
      throws IOException {
    this.state = state;
    this.ports = ports;
    this.platform = platform;
    this.sample =
        (ObjectNode)
            JSON.readTree(checkout.resolve("contracts/samples/" + TOPIC + ".json").toFile());
    sample.put("baseline", false).put("backfill", false).put("newest", true);
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + ports.of(Ports.Listener.ECOSEC_KAFKA_PORT),
                "acks",
                "all",
                "linger.ms",
                "0"),
            new StringSerializer(),
            new StringSerializer());
  }

  static AlertsPlatform start(Path checkout, PrintStream out)
      throws IOException, InterruptedException {
    var state = new StateDirectory(checkout.resolve("benchmarks/target/alerts-state"));
    Directories.delete(state.path());
    var ports = Ports.free();
    var settings = new LocalPlatform.Settings(checkout, state, ports);
    return new AlertsPlatform(
        checkout,
        state,
        ports,
        LocalPlatform.start(settings, "alerts-service"::equals, line -> out.println("  " + line)));
  }

  PublicApi as(Role role) {
    return new PublicApi(
        URI.create("http://127.0.0.1:" + ports.of(Ports.Listener.ECOSEC_ALERTS_PORT)),
        platform.tokens().token(role));
  }

  /** A product that no signal has been of. */
  String newProduct() {
    return Integer.toString(products.incrementAndGet());
  }

  /** Says that an importer depends on one supplier for the product: one alert. */
  void signal(String product) {
    var payload = sample.deepCopy().put("product", product).toString();
    var record = new ProducerRecord<>(TOPIC, "JPN|HS|" + product, payload);
    var headers =
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_type", "org.ecosec." + TOPIC,
            "ce_source", "/trade/v1",
            "ce_time", Instant.EPOCH.toString(),
            "ce_sequence", "1",
            "content-type", "application/json");
    headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    var sent = producer.send(record);
    if (sent.isDone() && sent.state() != Future.State.SUCCESS) {
      throw new IllegalStateException("The broker did not take a signal", sent.exceptionNow());
    }
  }

  /** The database of alerts-service, with every right. */
  Connection database() throws IOException, SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/alerts"
            .formatted(ports.of(Ports.Listener.ECOSEC_POSTGRES_PORT)),
        LocalPostgres.SUPERUSER,
        Files.readString(state.path().resolve("secrets/postgres")));
  }

  @Override
  public void close() {
    producer.close();
    platform.close();
  }
}
