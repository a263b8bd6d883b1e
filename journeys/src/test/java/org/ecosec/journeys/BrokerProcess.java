package org.ecosec.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecosec.local.LocalKafka;

/** Kafka in a process of its own, so that it can be killed; it ends with its parent. */
final class BrokerProcess {
  private BrokerProcess() {}

  public static void main(String... arguments) throws IOException {
    var broker =
        LocalKafka.durable(
            Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    while (System.in.read() != -1) {
      // The parent never writes: this waits for its end.
    }
    broker.close();
    System.exit(0);
  }

  /** Returns when the broker takes connections. */
  static Process start(StateDirectory state, int port, int controllerPort) throws Exception {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            BrokerProcess.class.getName(),
            state.kafka().toString(),
            Integer.toString(port),
            Integer.toString(controllerPort));
    var log = state.logs().resolve("kafka.log").toFile();
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    Eventually.get(
        "Kafka on port " + port,
        Duration.ofMinutes(2),
        () -> answers(port) ? Optional.of(true) : Optional.empty());
    return process;
  }

  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
