package org.ecosec.alerts.delivery;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.ecosec.alerts.subscription.AddressPolicy;
import org.ecosec.alerts.subscription.RefusedAddress;
import org.ecosec.alerts.subscription.Subscriptions.Endpoint;
import org.ecosec.alerts.subscription.WebhookConfig;
import org.jspecify.annotations.Nullable;

/**
 * One signed POST to the address that was just checked. The socket goes to that address while the
 * certificate is held against the host's name; redirects are not followed; of the answer only the
 * head is read.
 */
@ApplicationScoped
class WebhookCall {

  private final AddressPolicy addresses;
  private final WebhookConfig config;
  private final Clock clock;
  private final HttpClient client;

  WebhookCall(AddressPolicy addresses, WebhookConfig config, Clock clock, Vertx vertx) {
    this.addresses = addresses;
    this.config = config;
    this.clock = clock;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeout((int) config.timeout().toSeconds() + 1)
                .setKeepAliveTimeout(15)
                .setMaxPoolSize(config.concurrencyPerSubscriber())
                .setMaxHeaderSize(16 * 1_024)
                .setDecompressionSupported(false));
  }

  Attempt post(Endpoint endpoint, String webhookId, String body) {
    try {
      return post(addresses.check(endpoint.url()), endpoint.secret(), webhookId, body);
    } catch (RefusedAddress refused) {
      return failed(
          AttemptOutcome.ADDRESS_REFUSED,
          "ADDRESS_NOT_ALLOWED",
          clock.instant(),
          System.nanoTime());
    }
  }

  Attempt post(AddressPolicy.Checked checked, String secret, String webhookId, String body) {
    var at = clock.instant();
    long started = System.nanoTime();
    try {
      var answer =
          answer(checked, headers(secret, webhookId, at, body), body)
              .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
      var took = Duration.ofNanos(System.nanoTime() - started);
      var notBefore = RetryAfter.parse(answer.retryAfter(), clock.instant());
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

  private record Answer(int status, @Nullable String retryAfter) {}

  private static RequestOptions headers(String secret, String webhookId, Instant at, String body) {
    long timestamp = at.getEpochSecond();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setFollowRedirects(false)
        .putHeader("content-type", WebhookBody.MEDIA_TYPE)
        .putHeader("user-agent", "economic-security-monitor/1.0")
        .putHeader("webhook-id", webhookId)
        .putHeader("webhook-timestamp", Long.toString(timestamp))
        .putHeader("webhook-signature", WebhookSignature.of(secret, webhookId, timestamp, body));
  }

  private CompletableFuture<Answer> answer(
      AddressPolicy.Checked checked, RequestOptions options, String body) {
    var target = checked.target();
    options
        .setServer(
            SocketAddress.inetSocketAddress(target.port(), checked.address().getHostAddress()))
        .setHost(target.host())
        .setPort(target.port())
        .setSsl(target.secure())
        .setURI(target.pathAndQuery())
        .setTimeout(config.timeout().toMillis());
    return client
        .request(options)
        .compose(request -> request.send(Buffer.buffer(body)))
        .map(WebhookCall::head)
        .toCompletionStage()
        .toCompletableFuture();
  }

  private static Answer head(HttpClientResponse response) {
    if (isShort(response)) {
      response.resume();
    } else {
      response.exceptionHandler(ended -> {});
      response.request().reset();
    }
    return new Answer(response.statusCode(), response.getHeader("retry-after"));
  }

  // A short rest is read so that the connection can be used again; a long one costs a connection.
  private static boolean isShort(HttpClientResponse response) {
    var length = response.getHeader("content-length");
    return response.statusCode() == 204 || (length != null && length.matches("\\d{1,4}"));
  }

  private static AttemptOutcome outcome(int status) {
    if (status >= 200 && status < 300) {
      return AttemptOutcome.ACCEPTED;
    }
    return status == 410 ? AttemptOutcome.GONE : AttemptOutcome.REFUSED;
  }

  // A word, not the message: messages hold addresses, which the record of attempts must not.
  private static String named(@Nullable Throwable cause) {
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
