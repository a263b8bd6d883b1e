package org.ecosec.alerts.subscription;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** A subscription as it is asked for. */
public record SubscriptionDraft(
    @Schema(description = "For your own orientation", examples = "Supply-chain desk")
        @Nullable String label,
    SubscriptionFilter filter,
    @Schema(description = "Highest handling level to be sent; PUBLIC if absent")
        HandlingLevel handling,
    Channel channel,
    @Schema(
            description = "Mail address that hears when the endpoint is disabled",
            examples = "desk@example.org")
        @Nullable String contact,
    @Schema(description = "Messages a UTC day; the rest waits for a digest. No budget if absent")
        @Nullable Integer dailyBudget,
    @Schema(description = "Everything below CRITICAL comes once a day, in one message")
        @Nullable Boolean digest) {

  /** Where to: an EMAIL has an address, a WEBHOOK a url. */
  public record Channel(
      ChannelType type,
      @Schema(examples = "https://desk.example.org/alerts") @Nullable String url,
      @Schema(examples = "desk@example.org") @Nullable String address) {
    public Channel {
      if (type == null || (type == ChannelType.WEBHOOK ? url == null : address == null)) {
        throw Problem.unprocessable(
                "bad-channel", "A channel has a type, and a url (WEBHOOK) or an address (EMAIL).")
            .at("/channel", "is incomplete");
      }
      checkMail("/channel/address", address);
    }
  }

  private static final int MAX_LABEL = 200;
  private static final int MAX_BUDGET = 100_000;
  private static final Pattern MAIL =
      Pattern.compile(
          "(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\\.)*[A-Za-z0-9-]{1,63}");

  public SubscriptionDraft {
    if (channel == null) {
      throw Problem.unprocessable("bad-channel", "A subscription needs a channel.")
          .at("/channel", "is missing");
    }
    if (label != null && label.length() > MAX_LABEL) {
      throw Problem.unprocessable("bad-label", "Shorten the label to 200 characters.")
          .at("/label", "is too long");
    }
    if (dailyBudget != null && (dailyBudget < 1 || dailyBudget > MAX_BUDGET)) {
      throw Problem.unprocessable("bad-budget", "A daily budget is 1 to 100,000 messages.")
          .at("/dailyBudget", "is out of range");
    }
    checkMail("/contact", contact);
    filter = filter == null ? SubscriptionFilter.everything() : filter;
    handling = handling == null ? HandlingLevel.PUBLIC : handling;
  }

  // Plain ASCII addresses only: no comment, quote or line break can smuggle in another recipient.
  private static void checkMail(String pointer, @Nullable String address) {
    if (address != null && !MAIL.matcher(address).matches()) {
      throw Problem.unprocessable("bad-mail-address", "Correct the mail address.")
          .at(pointer, "is not a plain mail address");
    }
  }

  boolean wantsDigest() {
    return Boolean.TRUE.equals(digest);
  }
}
