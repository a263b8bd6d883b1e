package org.ecosec.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka 4 node (broker and controller) inside this JVM, reachable on 127.0.0.1 only. With a
 * directory of its own it keeps topics and offsets over a restart; {@link #temporary()} keeps
 * nothing.
 */
public final class LocalKafka implements AutoCloseable {
  private final KafkaRaftServer server;
  private final int port;
  private final @Nullable Path disposable;

  private LocalKafka(KafkaRaftServer server, int port, @Nullable Path disposable) {
    this.server = server;
    this.port = port;
    this.disposable = disposable;
  }

  /** A throw-away broker on any free port; its directory is deleted when it closes. */
  public static LocalKafka temporary() throws IOException {
    Path directory = Files.createTempDirectory("ecosec-kafka");
    return start(directory, 0, 0, directory);
  }

  /** The broker whose data lives in {@code directory}; a port of 0 takes any free one. */
  public static LocalKafka durable(Path directory, int port, int controllerPort)
      throws IOException {
    return start(directory, port, controllerPort, null);
  }

  private static LocalKafka start(
      Path directory, int wantedPort, int wantedControllerPort, @Nullable Path disposable)
      throws IOException {
    int port = FreePort.orElse(wantedPort);
    int controllerPort = FreePort.orElse(wantedControllerPort);
    format(directory);
    var config = new KafkaConfig(properties(directory, port, controllerPort), false);
    var server = new KafkaRaftServer(config, Time.SYSTEM);
    var broker = new LocalKafka(server, port, disposable);
    try {
      server.startup();
      return broker;
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  private static void format(Path directory) throws IOException {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(directory);
    try (var quiet =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(quiet)
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setDirectories(List.of(directory.toString()))
          .setMetadataLogDirectory(directory.toString())
          .setControllerListenerName("CONTROLLER")
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("cannot format " + directory + " for Kafka", e);
    }
  }

  private static Map<String, String> properties(Path directory, int port, int controllerPort) {
    String client = "PLAINTEXT://127.0.0.1:" + port;
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry("listeners", client + ",CONTROLLER://127.0.0.1:" + controllerPort),
        Map.entry("advertised.listeners", client),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
        Map.entry("log.dirs", directory.toString()),
        Map.entry("num.partitions", "3"),
        Map.entry("offsets.topic.num.partitions", "3"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("transaction.state.log.num.partitions", "3"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        // The only members of a group are on this machine: none of them is slow to join.
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // The default of 128 MB is for thousands of partitions.
        Map.entry("log.cleaner.dedupe.buffer.size", "8388608"));
  }

  public int port() {
    return port;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() throws IOException {
    server.shutdown();
    server.awaitShutdown();
    if (disposable != null) {
      Directories.delete(disposable);
    }
  }
}
