package org.ecosec.alerts.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ecosec.platform.problem.Problem;

/** Whether an address may be told at all, at registration. */
@ApplicationScoped
class ChannelCheck {

  private final AddressPolicy addresses;
  private final Optional<String> sender;

  ChannelCheck(
      AddressPolicy addresses, @ConfigProperty(name = "ecosec.mail.from") Optional<String> sender) {
    this.addresses = addresses;
    this.sender = sender;
  }

  Subscription.Address checked(SubscriptionDraft draft) {
    var channel = draft.channel();
    return switch (channel.type()) {
      case WEBHOOK ->
          new Subscription.Address(
              draft.label(), checkedUrl(String.valueOf(channel.url())), null, draft.contact());
      case EMAIL -> {
        requireMail();
        yield new Subscription.Address(draft.label(), null, channel.address(), draft.contact());
      }
    };
  }

  private void requireMail() {
    if (sender.isEmpty()) {
      throw Problem.unprocessable(
              "mail-is-off",
              "This installation sends no mail; use a webhook, the stream or the feed, or have"
                  + " ecosec.mail.from and quarkus.mailer.host set.")
          .at("/channel/type", "is not available");
    }
  }

  private String checkedUrl(String url) {
    try {
      addresses.check(url);
      return url;
    } catch (RefusedAddress refused) {
      throw Problem.unprocessable(
              "bad-webhook-url", "Webhooks go to public https addresses; correct the url.")
          .at("/channel/url", refused.reason());
    }
  }
}
