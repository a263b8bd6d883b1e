package org.ecosec.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  // The example of the Standard Webhooks specification, sign of the reference libraries.
  @Test
  void agreesWithTheSpecification() {
    assertThat(
            WebhookSignature.of(
                SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void agreesWithTheIndependentLibraryOnTextBeyondAscii() throws Exception {
    var body = "{\"title\":\"黒鉛 ग्रेफाइट\"}";
    assertThat(WebhookSignature.of(SECRET, "msg_1", 1_700_000_000, body))
        .isEqualTo(new Webhook(SECRET).sign("msg_1", 1_700_000_000, body));
  }
}
