package org.ecosec.alerts.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.ecosec.platform.inbox.Inbox;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.HandlingLevel;

/** Takes figures of series: the newest period is kept, and all are offered to the rules. */
@ApplicationScoped
class SeriesIntake {

  private final Inbox inbox;
  private final SignalCopies copies;
  private final Revisions revisions;
  private final Event<Signal> signals;

  SeriesIntake(Inbox inbox, SignalCopies copies, Revisions revisions, Event<Signal> signals) {
    this.inbox = inbox;
    this.copies = copies;
    this.revisions = revisions;
    this.signals = signals;
  }

  <T extends PeriodNews> void take(News news, T figure, Class<T> type) {
    var event = news.event();
    // Each period counts for itself: late news of one must not be refused for early news of
    // another.
    var series = String.join("|", event.key(), figure.freq(), figure.period());
    if (!inbox.accept(event.topic(), series, event.sequence())) {
      return;
    }
    if (!figure.newest()) {
      figure.signals(news, false).forEach(signals::fire);
      return;
    }
    long revision = revisions.begin();
    boolean newest =
        copies
            .current(event.topic(), event.key(), type)
            .map(known -> !isLater(known, figure))
            .orElse(true);
    if (newest) {
      copies.put(news, HandlingLevel.PUBLIC, revision);
    }
    figure.signals(news, newest).forEach(signals::fire);
    revisions.publish(revision);
  }

  // Periods of one frequency sort as text.
  private static boolean isLater(PeriodNews known, PeriodNews figure) {
    return known.freq().equals(figure.freq()) && known.period().compareTo(figure.period()) > 0;
  }
}
