package org.ecosec.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecosec.local.Directories;

/**
 * Prometheus Alertmanager, where it is installed, told to notify at once and one by one. It keeps
 * nothing across a kill of what it has not notified.
 */
final class Alertmanager implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/bin/prometheus-alertmanager", "/usr/local/bin/alertmanager");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI address;

  private Alertmanager(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Empty where it is not installed. */
  static Optional<Alertmanager> start(Path directory, String receiver)
      throws IOException, InterruptedException {
    var binary = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    if (binary.isEmpty()) {
      return Optional.empty();
    }
    Directories.delete(directory);
    Files.createDirectories(directory);
    var config =
        Files.writeString(
            directory.resolve("alertmanager.yml"),
            """
            route: {receiver: hook, group_by: ['...'], group_wait: 0s, group_interval: 1s, repeat_interval: 24h}
            receivers:
              - name: hook
                webhook_configs: [{url: '%s', send_resolved: false}]
            """
                .formatted(receiver));
    int port = freePort();
    var address = URI.create("http://127.0.0.1:" + port);
    var process =
        new ProcessBuilder(
                binary.get().toString(),
                "--config.file=" + config,
                "--storage.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    var alertmanager = new Alertmanager(process, address);
    alertmanager.awaitReady();
    return Optional.of(alertmanager);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws InterruptedException {
    for (int tries = 0; tries < 200; tries++) {
      try {
        var ready = HttpRequest.newBuilder(address.resolve("/-/ready")).build();
        if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // Asked again.
      }
      Thread.sleep(Duration.ofMillis(50));
    }
    throw new IllegalStateException("Alertmanager did not start");
  }

  void alert(String product) throws IOException, InterruptedException {
    var body =
        """
        [{"labels": {"alertname": "concentration", "importer": "JPN", "product": "%s"},
          "annotations": {"summary": "Japan depends on China for graphite"}}]
        """
            .formatted(product);
    var request =
        HttpRequest.newBuilder(address.resolve("/api/v2/alerts"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    int status = http.send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IOException("Alertmanager answered " + status);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
