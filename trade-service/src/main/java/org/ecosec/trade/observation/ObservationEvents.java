package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.observation.SliceChanged.SliceKey;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** What a merge tells: each slice that changed, and how far its source's data go now. */
@ApplicationScoped
class ObservationEvents {

  private static final Comparator<MergedSlice> BY_PERIOD =
      Comparator.comparing((MergedSlice slice) -> slice.key().freq())
          .thenComparing(slice -> slice.key().period())
          .thenComparing(slice -> slice.key().topicKey());

  private final Database database;
  private final TradeSources sources;
  private final Clock clock;

  ObservationEvents(Database database, TradeSources sources, Clock clock) {
    this.database = database;
    this.sources = sources;
    this.clock = clock;
  }

  /** The payload of {@code trade.sources.v1}. */
  record SourceLoaded(
      String source,
      String title,
      String publisher,
      @Nullable String dataThrough,
      @Nullable String cadence,
      Instant loadedAt,
      long revision,
      boolean backfill) {}

  /** In the order of periods, so that the newest comes last. */
  List<OutboxEvent> of(
      ImportMerge.Claim claim, List<MergedSlice> changed, long revision, boolean baseline) {
    var events = new ArrayList<OutboxEvent>();
    for (MergedSlice slice : changed.stream().sorted(BY_PERIOD).toList()) {
      var news =
          new SliceChanged(
              slice.key(),
              claim.id().toString(),
              slice.added(),
              slice.revised(),
              slice.deleted(),
              revision,
              baseline,
              claim.backfill());
      events.add(new OutboxEvent("trade.observations.v1", slice.key().topicKey(), news));
    }
    events.add(new OutboxEvent("trade.sources.v1", claim.source(), loaded(claim, revision)));
    return events;
  }

  private SourceLoaded loaded(ImportMerge.Claim claim, long revision) {
    var source = sources.of(claim.source());
    var through =
        database.first(
            "select max(period) from slice where source = ? and open_rows > 0 and freq <> 'P'",
            row -> String.valueOf(row.getString(1)),
            claim.source());
    return new SourceLoaded(
        source.source(),
        source.title(),
        source.publisher(),
        through.orElse(null),
        source.cadence(),
        clock.instant(),
        revision,
        claim.backfill());
  }

  static SliceKey key(ResultSet row) throws SQLException {
    var edition = row.getString("edition");
    return new SliceKey(
        row.getString("source"),
        row.getString("reporter"),
        Flow.valueOf(row.getString("flow")),
        row.getString("classification"),
        edition.isEmpty() ? null : edition,
        row.getString("freq"),
        row.getString("period"));
  }
}
