package org.ecosec.journeys;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A platform of its own for one test class: free ports, a new state directory, an empty record. */
final class RunningPlatform implements AutoCloseable {
  private final List<String> progress;
  private final LocalPlatform platform;

  private RunningPlatform(LocalPlatform platform, List<String> progress) {
    this.platform = platform;
    this.progress = progress;
  }

  static RunningPlatform start(Path directory) throws Exception {
    var state = new StateDirectory(directory);
    state.create();
    LauncherLog.to(state.logs().resolve("servers.log"));
    List<String> progress = Collections.synchronizedList(new ArrayList<>());
    var settings = new LocalPlatform.Settings(checkout(), state, Ports.free());
    return new RunningPlatform(LocalPlatform.start(settings, progress::add), progress);
  }

  /** The packaged services lie beside this module. */
  static Path checkout() {
    var module = Path.of("").toAbsolutePath();
    return module.endsWith("journeys") ? module.resolveSibling("") : module;
  }

  URI edge() {
    return platform.edge();
  }

  PublicApi as(Role role) {
    return new PublicApi(edge(), token(role));
  }

  String token(Role role) {
    return platform.tokens().token(role);
  }

  /** The very bytes of an answer. */
  byte[] bytes(String path) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(edge().resolve(path))
              .header("Authorization", "Bearer " + token(Role.READER))
              .build();
      var answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + " was answered " + answer.statusCode());
      }
      return answer.body();
    }
  }

  @Override
  public void close() {
    platform.close();
    progress.stream()
        .filter(line -> line.startsWith("Could not stop"))
        .findFirst()
        .ifPresent(
            line -> {
              throw new AssertionError(line);
            });
  }
}
