package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks of {@code deploy} that need nothing but its files. */
class ManifestsTest {
  private static final String DEPLOYMENT = "base/application/deployment.yaml";

  // A key that smells of a secret with anything but a reference behind it.
  private static final Pattern SECRET_VALUE =
      Pattern.compile(
          "(?im)^[\\s-]*[\"']?[\\w-]*(password|secret|private_key|api_key|token)[\"']?\\s*[:=]\\s*(?!\\$\\{)[^\\s#]+$");

  @Test
  void theApplicationRunsRestrictedAndIsProbedOnItsManagementPort() throws IOException {
    assertThat(RestrictedPod.violations(Manifests.read(DEPLOYMENT))).isEmpty();
  }

  @Test
  void eachLineOfTheRestrictionsIsMissedWhenItIsTakenOut() throws IOException {
    for (var field :
        Map.of(
                "/spec/template/spec", "securityContext",
                "/spec/template/spec/containers/0", "securityContext",
                "/spec/template/spec/containers/0/securityContext", "readOnlyRootFilesystem",
                "/spec/template/spec/containers/0/readinessProbe/httpGet", "port")
            .entrySet()) {
      JsonNode deployment = Manifests.read(DEPLOYMENT);
      ((ObjectNode) deployment.at(field.getKey())).remove(field.getValue());
      assertThat(RestrictedPod.violations(deployment)).as("%s", field).isNotEmpty();
    }
  }

  @Test
  void nothingElseInTheTreeLoosensThem() throws IOException {
    for (Path file : Manifests.files()) {
      if (!file.endsWith(DEPLOYMENT)) {
        assertThat(Files.readString(file))
            .as("%s", file)
            .doesNotContain("securityContext", "Probe", "privileged", "hostNetwork", "hostPath");
      }
    }
  }

  @Test
  void everyServiceIsTheCommonApplicationWithASecretOfItsOwn() throws IOException {
    for (String name : List.of("trade", "investment", "alerts")) {
      JsonNode service = Manifests.read("base/" + name + "-service/kustomization.yaml");
      assertThat(service.path("resources")).extracting(JsonNode::asText).contains("../application");
      assertThat(service.path("components")).extracting(JsonNode::asText).contains("../backends");
      assertThat(service.at("/patches/0/patch").asText()).contains("name: " + name + "-database");
    }
  }

  @Test
  void noSecretValueIsInTheTree() throws IOException {
    try (Stream<Path> tree = Files.walk(Manifests.DEPLOY)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.endsWith(".env") && !file.endsWith("README.md")) {
          assertThat(SECRET_VALUE.matcher(Files.readString(file)).results())
              .as("%s", file)
              .allMatch(found -> isName(found.group()));
        }
      }
    }
    for (Path file : Manifests.files()) {
      assertThat(Files.readString(file))
          .as("%s", file)
          .doesNotContain("kind: Secret\n", "secretGenerator");
    }
  }

  @Test
  void aPlantedSecretIsFound() {
    for (String planted :
        List.of("  POSTGRES_PASSWORD: hunter2", "- DB_PASSWORD=hunter2", "client_secret: \"x\"")) {
      assertThat(SECRET_VALUE.matcher(planted).find()).as(planted).isTrue();
    }
    assertThat(SECRET_VALUE.matcher("  DB_PASSWORD: ${DB_PASSWORD:?set it}").find()).isFalse();
  }

  // Kubernetes says false to a token, and Ingress names the Secret of its certificate.
  private static boolean isName(String line) {
    return line.strip().startsWith("automountServiceAccountToken: false");
  }
}
