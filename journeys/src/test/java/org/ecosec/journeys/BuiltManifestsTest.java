package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Kustomize builds; skipped where there is no kubectl. {@code ECOSEC_KUBERNETES_SCHEMAS} names
 * a folder of strict JSON Schemas of Kubernetes, such as {@code v1.36.2-standalone-strict}.
 */
class BuiltManifestsTest {
  private static final @Nullable String SCHEMAS = System.getenv("ECOSEC_KUBERNETES_SCHEMAS");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/example"})
  void fourApplicationsRunRestricted(String folder) throws Exception {
    var deployments = Manifests.ofKind("Deployment", built(folder));
    assertThat(deployments)
        .extracting(deployment -> deployment.at("/metadata/name").asText())
        .containsExactlyInAnyOrder(
            "trade-service", "investment-service", "alerts-service", "dashboard");
    for (JsonNode deployment : deployments) {
      assertThat(RestrictedPod.violations(deployment)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/example"})
  void eachApplicationIsScaledFromTwoReplicasAndByNothingElse(String folder) throws Exception {
    var objects = built(folder);
    for (JsonNode deployment : Manifests.ofKind("Deployment", objects)) {
      var name = deployment.at("/metadata/name").asText();
      var scaler = named(name, "HorizontalPodAutoscaler", objects);
      assertThat(scaler.at("/spec/scaleTargetRef/kind").asText()).isEqualTo("Deployment");
      assertThat(scaler.at("/spec/scaleTargetRef/name").asText()).isEqualTo(name);
      assertThat(scaler.at("/spec/minReplicas").asInt()).isGreaterThanOrEqualTo(2);
      assertThat(deployment.at("/spec").has("replicas")).as(name).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/example"})
  void servicesAndBudgetsSelectTheirOwnPods(String folder) throws Exception {
    var objects = built(folder);
    for (JsonNode deployment : Manifests.ofKind("Deployment", objects)) {
      var name = deployment.at("/metadata/name").asText();
      var own = deployment.at("/spec/selector/matchLabels");
      assertThat(own).isNotEmpty();
      assertThat(named(name, "Service", objects).at("/spec/selector")).isEqualTo(own);
      assertThat(named(name, "PodDisruptionBudget", objects).at("/spec/selector/matchLabels"))
          .isEqualTo(own);
      for (JsonNode spread : deployment.at("/spec/template/spec/topologySpreadConstraints")) {
        assertThat(spread.at("/labelSelector/matchLabels")).isEqualTo(own);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/example"})
  void everyObjectKeepsTheStrictSchemaOfItsKind(String folder) throws Exception {
    assumeTrue(SCHEMAS != null, "ECOSEC_KUBERNETES_SCHEMAS does not name a folder of schemas");
    for (JsonNode object : built(folder)) {
      assertThat(violations(object)).as("%s", object.at("/metadata/name")).isEmpty();
    }
  }

  private static List<String> violations(JsonNode object) throws IOException {
    var version = object.path("apiVersion").asText();
    var group = version.contains("/") ? "-" + version.replaceFirst("[./].*", "") : "";
    var file =
        object.path("kind").asText().toLowerCase(Locale.ROOT)
            + group
            + "-"
            + version.substring(version.indexOf('/') + 1)
            + ".json";
    var schema =
        REGISTRY.getSchema(Files.readString(Path.of(SCHEMAS + "", file)), InputFormat.JSON);
    return schema.validate(object.toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private static JsonNode named(String name, String kind, List<JsonNode> objects) {
    return Manifests.ofKind(kind, objects).stream()
        .filter(object -> object.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> built(String folder) throws IOException, InterruptedException {
    return Manifests.built(folder)
        .orElseGet(() -> abort("kubectl is not installed, so Kustomize cannot build " + folder));
  }
}
