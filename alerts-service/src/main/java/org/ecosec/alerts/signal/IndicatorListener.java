package org.ecosec.alerts.signal;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ecosec.platform.inbox.Inbox;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.HandlingLevel;

/** Takes indicators: the newest period of a series is kept, and all are offered to the rules. */
@ApplicationScoped
class IndicatorListener {

  private final Intake intake;
  private final SignalJson json;
  private final Inbox inbox;
  private final SignalCopies copies;
  private final Revisions revisions;
  private final Event<Signal> signals;

  IndicatorListener(
      Intake intake,
      SignalJson json,
      Inbox inbox,
      SignalCopies copies,
      Revisions revisions,
      Event<Signal> signals) {
    this.intake = intake;
    this.json = json;
    this.inbox = inbox;
    this.copies = copies;
    this.revisions = revisions;
    this.signals = signals;
  }

  @Incoming("indicators")
  @Blocking
  void on(ConsumerRecord<String, String> record) {
    intake.take(record, this::take);
  }

  private void take(News news) {
    var indicator = json.read(news, IndicatorNews.class);
    var event = news.event();
    // Each period counts for itself: late news of one must not be refused for early news of
    // another.
    var series = String.join("|", event.key(), indicator.freq(), indicator.period());
    if (!inbox.accept(event.topic(), series, event.sequence())) {
      return;
    }
    if (!indicator.newest()) {
      signals.fire(indicator.signal(news, false));
      return;
    }
    long revision = revisions.begin();
    boolean newest =
        copies
            .current(event.topic(), event.key(), IndicatorNews.class)
            .map(known -> !isLater(known, indicator))
            .orElse(true);
    if (newest) {
      copies.put(news, HandlingLevel.PUBLIC, revision);
    }
    signals.fire(indicator.signal(news, newest));
    revisions.publish(revision);
  }

  // Periods of one frequency sort as text.
  private static boolean isLater(IndicatorNews known, IndicatorNews indicator) {
    return known.freq().equals(indicator.freq())
        && known.period().compareTo(indicator.period()) > 0;
  }
}
