package org.ecosec.alerts.subscription;

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
    Channel channel) {

  /** Where to. */
  public record Channel(
      ChannelType type, @Schema(examples = "https://desk.example.org/alerts") String url) {
    public Channel {
      if (type == null || url == null) {
        throw Problem.unprocessable("bad-channel", "A channel has a type and a url.")
            .at("/channel", "is incomplete");
      }
    }
  }

  private static final int MAX_LABEL = 200;

  public SubscriptionDraft {
    if (channel == null) {
      throw Problem.unprocessable("bad-channel", "A subscription needs a channel.")
          .at("/channel", "is missing");
    }
    if (label != null && label.length() > MAX_LABEL) {
      throw Problem.unprocessable("bad-label", "Shorten the label to 200 characters.")
          .at("/label", "is too long");
    }
    filter = filter == null ? SubscriptionFilter.everything() : filter;
    handling = handling == null ? HandlingLevel.PUBLIC : handling;
  }
}
