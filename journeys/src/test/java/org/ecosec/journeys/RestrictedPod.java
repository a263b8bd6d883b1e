package org.ecosec.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a Deployment must say here: the restricted Pod Security Standard, which a cluster only warns
 * about on a Deployment, and probes on the management port.
 */
final class RestrictedPod {
  private static final Map<String, String> PROBES =
      Map.of(
          "startupProbe", "/q/health/started",
          "readinessProbe", "/q/health/ready",
          "livenessProbe", "/q/health/live");

  private RestrictedPod() {}

  /** One sentence for each breach; none if all is well. */
  static List<String> violations(JsonNode deployment) {
    var found = new ArrayList<String>();
    var pod = deployment.at("/spec/template/spec");
    require(pod, "/securityContext/runAsNonRoot", "true", found);
    require(pod, "/securityContext/seccompProfile/type", "RuntimeDefault", found);
    require(pod, "/automountServiceAccountToken", "false", found);
    require(pod, "/enableServiceLinks", "false", found);
    for (JsonNode container : pod.path("containers")) {
      require(container, "/securityContext/allowPrivilegeEscalation", "false", found);
      require(container, "/securityContext/readOnlyRootFilesystem", "true", found);
      require(container, "/securityContext/capabilities/drop/0", "ALL", found);
      if (container.at("/resources/limits/memory").isMissingNode()) {
        found.add("no memory limit");
      }
      PROBES.forEach(
          (probe, path) -> {
            require(container, "/" + probe + "/httpGet/port", "management", found);
            require(container, "/" + probe + "/httpGet/path", path, found);
          });
    }
    if (pod.path("containers").isEmpty()) {
      found.add("no container");
    }
    return found;
  }

  private static void require(JsonNode node, String pointer, String value, List<String> found) {
    var actual = node.at(pointer).asText("");
    if (!actual.equals(value)) {
      found.add(pointer + " is \"" + actual + "\" and not " + value);
    }
  }
}
