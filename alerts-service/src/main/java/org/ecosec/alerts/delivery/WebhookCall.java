package org.ecosec.alerts.delivery;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.ecosec.alerts.subscription.AddressPolicy;
import org.ecosec.alerts.subscription.RefusedAddress;
import org.jspecify.annotations.Nullable;

/** One POST, signed with every live secret, to an address that is checked anew. */
@ApplicationScoped
class WebhookCall {

  private final AddressPolicy addresses;
  private final WebhookClient client;
  private final Clock clock;

  WebhookCall(AddressPolicy addresses, WebhookClient client, Clock clock) {
    this.addresses = addresses;
    this.client = client;
    this.clock = clock;
  }

  Attempt post(String url, List<String> secrets, String webhookId, String body) {
    try {
      return post(addresses.check(url), secrets, webhookId, body);
    } catch (RefusedAddress refused) {
      return failed(
          AttemptOutcome.ADDRESS_REFUSED,
          "ADDRESS_NOT_ALLOWED",
          clock.instant(),
          System.nanoTime());
    }
  }

  Attempt post(AddressPolicy.Checked checked, List<String> secrets, String webhookId, String body) {
    var at = clock.instant();
    long started = System.nanoTime();
    try {
      var answer = client.send(checked, headers(secrets, webhookId, at, body), body);
      var took = Duration.ofNanos(System.nanoTime() - started);
      var notBefore = RetryAfter.parse(answer.header("retry-after"), clock.instant());
      return new Attempt(outcome(answer.status()), answer.status(), null, at, took, notBefore);
    } catch (ExecutionException noAnswer) {
      return failed(AttemptOutcome.NO_ANSWER, named(noAnswer.getCause()), at, started);
    } catch (TimeoutException late) {
      return failed(AttemptOutcome.NO_ANSWER, "TIMED_OUT", at, started);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return failed(AttemptOutcome.NO_ANSWER, "INTERRUPTED", at, started);
    }
  }

  private static RequestOptions headers(
      List<String> secrets, String webhookId, Instant at, String body) {
    long timestamp = at.getEpochSecond();
    var signatures =
        secrets.stream()
            .map(secret -> WebhookSignature.of(secret, webhookId, timestamp, body))
            .collect(Collectors.joining(" "));
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .putHeader("content-type", WebhookBody.MEDIA_TYPE)
        .putHeader("webhook-id", webhookId)
        .putHeader("webhook-timestamp", Long.toString(timestamp))
        .putHeader("webhook-signature", signatures);
  }

  private static AttemptOutcome outcome(int status) {
    if (status >= 200 && status < 300) {
      return AttemptOutcome.ACCEPTED;
    }
    return status == 410 ? AttemptOutcome.GONE : AttemptOutcome.REFUSED;
  }

  // A word, not the message: messages hold addresses, which the record of attempts must not.
  static String named(@Nullable Throwable cause) {
    return switch (cause) {
      case SSLException tls -> "TLS_FAILED";
      case ConnectException refused -> "NO_CONNECTION";
      case TimeoutException late -> "TIMED_OUT";
      case null, default -> "CONNECTION_BROKEN";
    };
  }

  private static Attempt failed(AttemptOutcome outcome, String detail, Instant at, long started) {
    var took = Duration.ofNanos(System.nanoTime() - started);
    return new Attempt(outcome, null, detail, at, took, null);
  }
}
