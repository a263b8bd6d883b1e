package org.ecosec.alerts.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.ecosec.platform.inbox.Inbox;
import org.ecosec.platform.revision.Revisions;

/** Takes states: the newest is kept, and offered to the rules as it stands today. */
@ApplicationScoped
class StateIntake {

  private final SignalJson json;
  private final Inbox inbox;
  private final SignalCopies copies;
  private final Revisions revisions;
  private final Event<Signal> signals;
  private final ProjectEconomies economies;
  private final Clock clock;

  StateIntake(
      SignalJson json,
      Inbox inbox,
      SignalCopies copies,
      Revisions revisions,
      Event<Signal> signals,
      ProjectEconomies economies,
      Clock clock) {
    this.json = json;
    this.inbox = inbox;
    this.copies = copies;
    this.revisions = revisions;
    this.signals = signals;
    this.economies = economies;
    this.clock = clock;
  }

  void take(News news, Class<? extends StateNews> type) {
    var state = json.read(news, type);
    var event = news.event();
    if (inbox.accept(event.topic(), event.key(), event.sequence())) {
      long revision = revisions.begin();
      copies.put(news, state.handling(), revision);
      var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      signals.fire(economies.of(state, state.signal(news, today)));
      revisions.publish(revision);
    }
  }
}
