package org.ecosec.alerts.signal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Clearance;
import org.jspecify.annotations.Nullable;

/**
 * Shows the rules every day what nobody needs to tell: a date that has come, a source that has not
 * spoken. Any replica may look at any time; the merge lock and a unique key make it once a day.
 */
@ApplicationScoped
public class DailyLook {

  private static final int AT_ONCE = 100;

  private static final Map<String, Class<? extends StateNews>> LOOKED_AT =
      new TreeMap<>(
          Map.of(
              Topics.MEASURES, MeasureNews.class,
              Topics.SOURCES, SourceNews.class,
              Topics.MILESTONES, MilestoneNews.class,
              Topics.INITIATIVES, InitiativeNews.class));

  private final SignalCopies copies;
  private final SignalJson json;
  private final OncePerDay once;
  private final Revisions revisions;
  private final Event<Signal> signals;
  private final ProjectEconomies economies;
  private final Clearance clearance;
  private final Clock clock;

  DailyLook(
      SignalCopies copies,
      SignalJson json,
      OncePerDay once,
      Revisions revisions,
      Event<Signal> signals,
      ProjectEconomies economies,
      Clearance clearance,
      Clock clock) {
    this.copies = copies;
    this.json = json;
    this.once = once;
    this.revisions = revisions;
    this.signals = signals;
    this.economies = economies;
    this.clearance = clearance;
    this.clock = clock;
  }

  @Scheduled(
      every = "{ecosec.daily-look.every}",
      delayed = "30s",
      concurrentExecution = ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void look() {
    look(clock.instant());
  }

  /** Looks as at an instant. */
  @ActivateRequestContext
  public void look(Instant now) {
    clearance.actAsSystem();
    LOOKED_AT.forEach((topic, type) -> look(topic, type, now));
    QuarkusTransaction.requiringNew()
        .run(() -> once.forgetBefore(LocalDate.ofInstant(now, ZoneOffset.UTC)));
  }

  private void look(String topic, Class<? extends StateNews> type, Instant now) {
    @Nullable String after = "";
    while (after != null) {
      var from = after;
      after = QuarkusTransaction.requiringNew().call(() -> lookAfter(from, topic, type, now));
    }
  }

  /** Answers the last key of a full page, null after the last page. */
  private @Nullable String lookAfter(
      String key, String topic, Class<? extends StateNews> type, Instant now) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    long revision = revisions.begin();
    var page = copies.after(topic, key, AT_ONCE);
    boolean any = false;
    for (var kept : page) {
      if (once.isFirst(topic, kept.key(), today)) {
        any = true;
        var news = News.ofDay(topic, kept.key(), kept.payload(), now, json);
        // The day is news, also where the state itself came as history.
        var state = json.stored(kept.payload(), type);
        signals.fire(economies.of(state, state.signal(news, today)).asNews());
      }
    }
    if (any) {
      revisions.publish(revision);
    }
    return page.size() < AT_ONCE ? null : page.getLast().key();
  }
}
