package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Monthly series that moved beyond their history. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class AnomalyAlertTest {

  private static final String TOPIC = "trade.anomalies.v1";

  private final String product = Indicator.newProduct();

  @Test
  void aBreakIsToldOnceAndEndsAfterTwoCalmMonths() {
    anomaly("2023-12", "ALERT", "DROP", "-13.4");
    var alert = alert(1);
    assertThat(alert.at("/subject/importer").asText()).isEqualTo("JPN");
    assertThat(alert.at("/subject/partner").asText()).isEqualTo("CHN");
    assertThat(alert.path("text").asText())
        .contains("from China to Japan was 7.0 thousand USD where 3.5 million was to be expected");
    anomaly("2024-01", "NONE", "RISE", "0.2");
    assertThat(alert(2).path("state").asText()).isEqualTo("RAISED");
    anomaly("2024-02", "NONE", "DROP", "-0.2");
    assertThat(alert(3).path("state").asText()).isEqualTo("RESOLVED");
    anomaly("2024-03", "ALERT", "DROP", "-6");
    anomaly("2024-04", "ALERT", "DROP", "-17");
    Eventually.holds("only what is much worse breaks the quiet", () -> alerts("DROP").size() == 2);
    assertThat(alerts("DROP").getFirst().path("period").asText()).isEqualTo("2024-04");
    assertThat(alerts("RISE")).isEmpty();
  }

  @Test
  void twoReportsOfOneFlowAreOneAlert() {
    anomaly("2023-12", "ALERT", "DROP", "-13.4");
    alert(1);
    Sample.of(TOPIC)
        .put("product", product)
        .put("reporter", "JPN")
        .put("partner", "CHN")
        .put("flow", "IMPORT")
        .publish("JPN|CHN|IMPORT|HS|" + product);
    Eventually.holds(
        "the other report is heard",
        () ->
            given()
                .queryParam("fingerprint", "trade-anomaly|JPN|HS|" + product + "|CHN|VALUE DROP")
                .get("/alerts/v1/decisions")
                .jsonPath()
                .getList("items.reason")
                .contains("OTHER_SERIES"));
    assertThat(alerts("DROP")).hasSize(1);
    assertThat(alert(1).path("sequence").asInt()).isEqualTo(1);
  }

  @Test
  void aWatchIsNoAlert() {
    anomaly("2023-12", "WATCH", "DROP", "-3.6");
    Eventually.holds(
        "the decision",
        () ->
            given()
                .queryParam("fingerprint", "trade-anomaly|JPN|HS|" + product + "|CHN|VALUE DROP")
                .get("/alerts/v1/decisions")
                .jsonPath()
                .getList("items.reason")
                .contains("BELOW_THRESHOLD"));
    assertThat(alerts("DROP")).isEmpty();
  }

  private void anomaly(String period, String tier, String direction, String z) {
    Sample.of(TOPIC)
        .put("product", product)
        .put("period", period)
        .put("tier", tier)
        .put("direction", direction)
        .amount("z", z)
        .publish("CHN|JPN|EXPORT|HS|" + product);
  }

  private JsonNode alert(int sequence) {
    return Eventually.get(
            "anomaly of " + product + " at " + sequence,
            () -> alerts("DROP"),
            found -> !found.isEmpty() && found.getFirst().path("sequence").asInt() >= sequence)
        .getFirst();
  }

  private List<JsonNode> alerts(String direction) {
    return Api.alerts(product).stream()
        .filter(alert -> alert.at("/subject/thing").asText().equals("VALUE " + direction))
        .toList();
  }
}
