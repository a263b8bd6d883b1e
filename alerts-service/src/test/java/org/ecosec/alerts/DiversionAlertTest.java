package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Trade that may have moved to a detour, from the contract's sample to a subscriber. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class DiversionAlertTest {

  private static final String TOPIC = "trade.diversions.v1";

  private final String product = Indicator.newProduct();

  @Test
  void aDetourIsToldAsConsistentWithDiversionAndEndsAfterTwoMonthsWithout() {
    try (var desk = new Receiver()) {
      Api.subscribe(desk.url(), product);
      diversion("2025-03", "CONSISTENT_WITH_DIVERSION");
      var alert = alert(1);
      assertThat(alert.path("kind").asText()).isEqualTo("DIVERSION");
      assertThat(alert.path("title").asText())
          .isEqualTo(
              "Antimony oxides (HS %s) from China to Japan: consistent with diversion through Thailand"
                  .formatted(product));
      assertThat(alert.path("text").asText())
          .contains("changed by -82.0 %", "a diversion of USD 4.1 million, which is no proof");
      Eventually.holds(
          "the desk is told of it",
          () ->
              desk.requests().stream()
                  .map(request -> Json.parse(request.body()).at("/data/alertId"))
                  .anyMatch(alert.path("alertId")::equals));
      diversion("2025-04", "NOT_CONSISTENT");
      assertThat(alert(2).path("state").asText()).isEqualTo("RAISED");
      diversion("2025-05", "NOT_CONSISTENT");
      assertThat(alert(3).path("state").asText()).isEqualTo("RESOLVED");
    }
  }

  private JsonNode alert(int sequence) {
    return Eventually.get(
            "the diversion at " + sequence,
            () ->
                Api.alerts(product).stream()
                    .filter(alert -> alert.at("/rule/id").asText().equals("diversion"))
                    .toList(),
            found -> !found.isEmpty() && found.getFirst().path("sequence").asInt() >= sequence)
        .getFirst();
  }

  private void diversion(String period, String verdict) {
    Sample.of(TOPIC)
        .put("product", product)
        .put("period", period)
        .put("dataThrough", period)
        .put("verdict", verdict)
        .publish("CHN|THA|JPN|HS|" + product);
  }
}
