package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Pledges behind their plan; an empty ledger is not one of them. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class PledgeAlertTest {

  private static final String TOPIC = "investment.progress.v1";

  private final String pledge = "pledge-" + UUID.randomUUID();

  @Test
  void noSourceAndTooEarlyRaiseNothingAndBehindPlanDoes() {
    Sample.of(TOPIC).put("pledgeId", pledge).publish(pledge);
    status("TOO_EARLY", "0.10", "1");
    status("AT_RISK", "0.85", "2");
    assertThat(alert(1).path("severity").asText()).isEqualTo("WATCH");
    status("OFF_TRACK", "0.60", "2");
    var worse = alert(2);
    assertThat(worse.path("severity").asText()).isEqualTo("WARNING");
    assertThat(worse.path("state").asText()).isEqualTo("RAISED");
    status("OFF_TRACK", "0.59", "2"); // the plan moved on by a day, no money came
    status("ON_TRACK", "0.95", "5");
    var resolved = alert(3);
    assertThat(resolved.path("state").asText()).isEqualTo("RESOLVED");
    assertThat(alerts()).hasSize(1);
  }

  private void status(String status, String spi, String committed) {
    Sample.of(TOPIC)
        .put("pledgeId", pledge)
        .put("status", status)
        .json("reason", "null")
        .amount("spi", spi)
        .amount("progress", "0.03")
        .amount("committed", committed)
        .amount("disbursed", "0")
        .publish(pledge);
  }

  private JsonNode alert(int sequence) {
    return Eventually.get(
            "alert of the pledge at " + sequence,
            this::alerts,
            found -> !found.isEmpty() && found.getFirst().path("sequence").asInt() >= sequence)
        .getFirst();
  }

  private List<JsonNode> alerts() {
    var page = Json.parse(Api.as("reader").get(Api.ALERTS + "?limit=1000").asString());
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .filter(alert -> alert.at("/subject/pledgeId").asText().equals(pledge))
        .toList();
  }
}
