package org.ecosec.alerts.delivery;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.ecosec.alerts.subscription.AddressPolicy;
import org.ecosec.alerts.subscription.AllowedRate;
import org.ecosec.alerts.subscription.RefusedAddress;
import org.ecosec.alerts.subscription.WebhookConfig;
import org.jspecify.annotations.Nullable;

/**
 * Asks an endpoint whether it wants to be told (CloudEvents HTTP webhook validation): OPTIONS with
 * the name of the sender, which it has to allow; or it opens the callback later.
 */
@ApplicationScoped
class ConsentCall {

  /** Whether it agrees, to how many messages a minute, and what it said if it does not. */
  record Answer(boolean agrees, @Nullable Integer ratePerMinute, String said) {

    static Answer not(String said) {
      return new Answer(false, null, said);
    }
  }

  private final AddressPolicy addresses;
  private final WebhookClient client;
  private final WebhookConfig config;

  ConsentCall(AddressPolicy addresses, WebhookClient client, WebhookConfig config) {
    this.addresses = addresses;
    this.client = client;
    this.config = config;
  }

  Answer ask(String url, String callback) {
    try {
      var options =
          new RequestOptions()
              .setMethod(HttpMethod.OPTIONS)
              .putHeader("webhook-request-callback", callback)
              .putHeader("webhook-request-rate", Integer.toString(config.ratePerMinute()));
      return read(client.send(addresses.check(url), options, ""));
    } catch (RefusedAddress refused) {
      return Answer.not("ADDRESS_NOT_ALLOWED");
    } catch (ExecutionException noAnswer) {
      return Answer.not(WebhookCall.named(noAnswer.getCause()));
    } catch (TimeoutException late) {
      return Answer.not("TIMED_OUT");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Answer.not("INTERRUPTED");
    }
  }

  private Answer read(WebhookClient.Answer answer) {
    if (answer.status() < 200 || answer.status() >= 300) {
      return Answer.not("STATUS_" + answer.status());
    }
    var allowed = answer.header("webhook-allowed-origin");
    if (allowed == null) {
      return Answer.not("NO_ALLOWED_ORIGIN");
    }
    var origin = config.publicUrl().getHost();
    if (!allowed.strip().equals("*") && !allowed.strip().equalsIgnoreCase(origin)) {
      return Answer.not("OTHER_ORIGIN");
    }
    return new Answer(true, AllowedRate.of(answer.header("webhook-allowed-rate")), "AGREED");
  }
}
