package org.ecosec.alerts.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ecosec.alerts.subscription.ChannelType;
import org.ecosec.platform.security.HandlingLevel;
import org.junit.jupiter.api.Test;

/** What a subscriber is sent. */
class WebhookBodyTest {

  private final ObjectMapper json = new ObjectMapper();
  private final WebhookBody bodies = new WebhookBody(json);

  @Test
  void aBodyStaysUnderTwentyKilobytesInEveryLanguageAndSaysWhereTheWholeIs()
      throws JsonProcessingException {
    var body = bodies.of(delivery("依存".repeat(3_000)));
    assertThat(body.getBytes(UTF_8).length).isLessThan(20_000);
    var data = json.readTree(body).path("data");
    assertThat(data.path("text").asText()).startsWith("依存依存").endsWith("…");
    assertThat(data.path("evidence").asText()).isEqualTo("/alerts/v1/alerts/a/evidence");
  }

  @Test
  void aShortOneIsTheCloudEventWithEveryWord() throws JsonProcessingException {
    var event = json.readTree(bodies.of(delivery("依存")));
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("type").asText()).isEqualTo("org.ecosec.alerts.alerts.v1");
    assertThat(event.at("/data/translations/ja/text").asText()).isEqualTo("依存");
  }

  private Leased delivery(String words) {
    var payload = json.createObjectNode();
    payload.put("fingerprint", "f").put("at", "2026-01-01T00:00:00Z");
    payload.put("title", words).put("text", words).put("evidence", "/alerts/v1/alerts/a/evidence");
    var translations = payload.putObject("translations");
    translations.putObject("ja").put("title", words).put("text", words);
    translations.putObject("hi").put("title", words).put("text", words);
    return new Leased(
        UUID.randomUUID(),
        UUID.randomUUID(),
        DeliveryKind.EVENT,
        ChannelType.WEBHOOK,
        0,
        0,
        HandlingLevel.PUBLIC,
        Instant.EPOCH,
        UUID.randomUUID(),
        1L,
        payload.toString(),
        null,
        null,
        List.of());
  }
}
