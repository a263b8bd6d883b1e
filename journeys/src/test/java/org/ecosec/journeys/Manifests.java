package org.ecosec.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Kubernetes objects of {@code deploy}, as written and as Kustomize builds them. */
final class Manifests {
  static final Path DEPLOY = Path.of("..", "deploy");

  private static final YAMLMapper YAML = new YAMLMapper();

  private Manifests() {}

  /** Every YAML file under {@code base} and {@code overlays}. */
  static List<Path> files() throws IOException {
    try (Stream<Path> base = Files.walk(DEPLOY.resolve("base"));
        Stream<Path> overlays = Files.walk(DEPLOY.resolve("overlays"))) {
      return Stream.concat(base, overlays)
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  static List<JsonNode> parse(String yaml) throws IOException {
    return YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml).readAll();
  }

  static JsonNode read(String file) throws IOException {
    return parse(Files.readString(DEPLOY.resolve(file))).getFirst();
  }

  /** What {@code kubectl kustomize} makes of a folder; empty where there is no kubectl. */
  static Optional<List<JsonNode>> built(String folder) throws IOException, InterruptedException {
    Process kubectl;
    try {
      kubectl =
          new ProcessBuilder("kubectl", "kustomize", DEPLOY.resolve(folder).toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
    try (var output = kubectl.inputReader()) {
      var objects = parse(output.readAllAsString());
      if (kubectl.waitFor() != 0) {
        throw new IllegalStateException("kubectl cannot build " + folder);
      }
      return Optional.of(objects);
    }
  }

  static List<JsonNode> ofKind(String kind, List<JsonNode> objects) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind)).toList();
  }
}
