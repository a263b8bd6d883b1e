package org.ecosec.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads figures, decisions and who was told, as an analyst would. */
record Analyst(PublicApi api) {

  JsonNode reads(String path) throws Exception {
    var answer = api.get(path);
    if (!answer.ok()) {
      throw new AssertionError(path + " was answered " + answer.detail());
    }
    return answer.body();
  }

  JsonNode concentration(String importer, String product, String period) throws Exception {
    return reads(
            "/trade/v1/concentrations?importer=%s&product=%s&period=%s"
                .formatted(importer, product, period))
        .path("items")
        .path(0);
  }

  /** Waits for a verdict, or for the reason why there is none. */
  void awaitsVerdict(String verdict, String importer, String product, String period)
      throws Exception {
    Eventually.holds(
        String.join(" ", verdict, importer, product, period),
        () -> {
          var found = concentration(importer, product, period);
          return verdict.equals(found.path("verdict").asText())
              || verdict.equals(found.path("reason").asText());
        });
  }

  /** Waits until the newest decision on a rule's subject has the reason. */
  void awaitsDecision(String reason, String fingerprint) throws Exception {
    var path = "/alerts/v1/decisions?fingerprint=" + fingerprint.replace("|", "%7C");
    Eventually.holds(
        reason + " " + fingerprint,
        () -> reads(path).path("items").path(0).path("reason").asText().equals(reason));
  }

  /** Whether and why a desk was told of an alert, once that is settled. */
  JsonNode notification(String alertId, Desk desk) throws Exception {
    var path = "/alerts/v1/alerts/" + alertId + "/notifications";
    return Eventually.get(
        "an end of the delivery to " + desk.subscriptionId(),
        () ->
            Optional.of(one(reads(path).path("items"), "subscriptionId", desk.subscriptionId()))
                .filter(found -> !found.path("state").asText().equals("PENDING")));
  }

  /** The one of a list whose field has the value. */
  static JsonNode one(JsonNode all, String field, String value) {
    return StreamSupport.stream(all.spliterator(), false)
        .filter(each -> each.path(field).asText().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + field + " " + value + " in " + all));
  }
}
