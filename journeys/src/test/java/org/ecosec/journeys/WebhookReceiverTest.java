package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.journeys.WebhookSignature.Verdict.FORGED;
import static org.ecosec.journeys.WebhookSignature.Verdict.OUTDATED;
import static org.ecosec.journeys.WebhookSignature.Verdict.UNSIGNED;
import static org.ecosec.journeys.WebhookSignature.Verdict.VALID;

import com.standardwebhooks.Webhook;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.ecosec.journeys.WebhookSignature.Signed;
import org.junit.jupiter.api.Test;

/** The signatures come from the independent library of the Standard Webhooks project. */
class WebhookReceiverTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_c2VjcmV0LW9mLXNvbWVib2R5LWVsc2UtMTIz";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String BODY =
      "{\"title\":\"Nickel ore, Japan: concentrated\",\"severity\":\"WARNING\"}";

  @Test
  void aDeliverySignedWithOneOfTheSecretsIsValid() throws Exception {
    var signed = signed(SECRET, NOW, BODY);
    assertThat(new WebhookSignature(List.of(SECRET)).verdict(signed, NOW)).isEqualTo(VALID);
    assertThat(new WebhookSignature(List.of(OTHER, SECRET)).verdict(signed, NOW)).isEqualTo(VALID);
    assertThat(new WebhookSignature(List.of(OTHER)).verdict(signed, NOW)).isEqualTo(FORGED);
  }

  @Test
  void aChangedBodyOrAnOldOrMissingSignatureIsNotValid() throws Exception {
    var signature = new WebhookSignature(List.of(SECRET));
    var signed = signed(SECRET, NOW, BODY);
    var changed =
        new Signed(signed.id(), signed.timestamp(), signed.signatures(), bytes(BODY + " "));
    assertThat(signature.verdict(changed, NOW)).isEqualTo(FORGED);
    assertThat(signature.verdict(signed, NOW.plusSeconds(301))).isEqualTo(OUTDATED);
    assertThat(signature.verdict(signed, NOW.plusSeconds(300))).isEqualTo(VALID);
    assertThat(signature.verdict(new Signed("", "", "", bytes(BODY)), NOW)).isEqualTo(UNSIGNED);
  }

  @Test
  void theReceiverAgreesToBeToldAndTakesOnlyWhatItCanVerify() throws Exception {
    var printed = new ByteArrayOutputStream();
    try (var receiver =
        WebhookReceiver.start(
            0,
            List.of(SECRET),
            InstantSource.fixed(NOW),
            new PrintStream(printed, true, StandardCharsets.UTF_8))) {
      var agreed =
          send(
              receiver,
              HttpRequest.newBuilder().header("WebHook-Request-Origin", "ecosec"),
              "OPTIONS");
      assertThat(agreed.statusCode()).isEqualTo(200);
      assertThat(agreed.headers().firstValue("WebHook-Allowed-Origin")).contains("ecosec");

      assertThat(send(receiver, delivery(SECRET), "POST").statusCode()).isEqualTo(204);
      assertThat(send(receiver, delivery(OTHER), "POST").statusCode()).isEqualTo(401);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains(
            "msg_1  VALID", "Nickel ore, Japan: concentrated", "msg_1  FORGED  (seen before)");
  }

  private static HttpRequest.Builder delivery(String secret) throws Exception {
    var signed = signed(secret, NOW, BODY);
    return HttpRequest.newBuilder()
        .header("webhook-id", signed.id())
        .header("webhook-timestamp", signed.timestamp())
        .header("webhook-signature", signed.signatures());
  }

  private static HttpResponse<Void> send(
      WebhookReceiver receiver, HttpRequest.Builder request, String method) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          request
              .uri(URI.create("http://127.0.0.1:" + receiver.port() + "/"))
              .method(method, BodyPublishers.ofString(BODY))
              .build(),
          BodyHandlers.discarding());
    }
  }

  private static Signed signed(String secret, Instant at, String body) throws Exception {
    String signature = new Webhook(secret).sign("msg_1", at.getEpochSecond(), body);
    return new Signed("msg_1", Long.toString(at.getEpochSecond()), signature, bytes(body));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
