package org.ecosec.trade.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.trade.observation.SliceChanged;
import org.ecosec.trade.observation.SliceChanged.SliceKey;
import org.ecosec.trade.reference.Watchlist;

/** Keeps exposures in step with the register and with the observations. */
@ApplicationScoped
class ExposureUpdate {

  private static final int MAX_MEASURES = 10_000;

  private final Measures measures;
  private final Exposures exposures;
  private final Watchlist watchlist;
  private final Revisions revisions;
  private final Outbox outbox;
  private final Clock clock;

  ExposureUpdate(
      Measures measures,
      Exposures exposures,
      Watchlist watchlist,
      Revisions revisions,
      Outbox outbox,
      Clock clock) {
    this.measures = measures;
    this.exposures = exposures;
    this.watchlist = watchlist;
    this.revisions = revisions;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Recomputes after observations changed; figures that stay the same tell nobody. */
  @Transactional
  void observationsChanged(List<SliceChanged> news) {
    if (news.isEmpty()) {
      return;
    }
    boolean silent = news.stream().allMatch(changed -> changed.backfill() || changed.baseline());
    long revision = revisions.begin();
    boolean changed = false;
    for (Measure measure :
        measures.find(new MeasureFilter(), null, revision - 1, "", MAX_MEASURES)) {
      if (news.stream().anyMatch(one -> concerns(one.slice(), measure))) {
        var refreshed = refresh(measure, revision, silent);
        outbox.appendAll(refreshed.events());
        changed |= refreshed.changed();
      }
    }
    if (changed) {
      revisions.publish(revision);
    }
  }

  // What the exposed report of their side of the trade, and the imposer of its own.
  private boolean concerns(SliceKey slice, Measure measure) {
    boolean exposed = watchlist.importers().contains(slice.reporter());
    boolean imposer = slice.reporter().equals(measure.imposer());
    boolean sells = measure.kind().exposesExporters();
    return switch (slice.flow()) {
      case IMPORT -> sells ? imposer : exposed;
      case EXPORT -> sells ? exposed : imposer;
      case RE_IMPORT, RE_EXPORT -> false;
    };
  }

  /** What to tell of a measure's exposures, and whether any of them changed at all. */
  record Refreshed(List<OutboxEvent> events, boolean changed) {}

  /** Writes the exposures of one measure that changed and answers what to tell of them. */
  @Transactional(TxType.MANDATORY)
  Refreshed refresh(Measure measure, long revision, boolean silent) {
    boolean changed = false;
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var events = new ArrayList<OutboxEvent>();
    for (String importer : watchlist.importers()) {
      if (!measure.exposes(importer, today)) {
        exposures.close(measure.id(), importer, revision);
        continue;
      }
      var exposure = exposures.compute(measure, importer);
      if (exposures.stored(measure.id(), importer).filter(exposure::equals).isEmpty()) {
        exposures.replace(exposure, revision);
        events.add(MeasureEvents.of(exposure, revision, silent));
        changed = true;
      }
    }
    return new Refreshed(events, changed);
  }
}
