package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.observation.SliceChanged.SliceKey;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** What a merge tells: each slice that changed, and how far its source's data go now. */
@ApplicationScoped
class ObservationEvents {

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

  List<OutboxEvent> of(ImportMerge.Claim claim, long revision, boolean baseline) {
    var events = new ArrayList<OutboxEvent>();
    for (SliceChanged changed : changedSlices(claim, revision, baseline)) {
      events.add(new OutboxEvent("trade.observations.v1", changed.slice().topicKey(), changed));
    }
    events.add(new OutboxEvent("trade.sources.v1", claim.source(), loaded(claim, revision)));
    return events;
  }

  private List<SliceChanged> changedSlices(
      ImportMerge.Claim claim, long revision, boolean baseline) {
    return database.list(
        """
        with closed as (
          select slice_id, product, partner from observation where to_revision = ?),
        opened as (
          select o.slice_id, c.slice_id is not null as is_revision
          from observation o left join closed c using (slice_id, product, partner)
          where o.from_revision = ?)
        select source, reporter, flow, classification, edition, freq, period,
          count(*) filter (where not is_revision), count(*) filter (where is_revision)
        from opened join slice on slice.id = opened.slice_id
        group by slice.id order by freq, period, reporter, flow, classification, edition
        """,
        row ->
            new SliceChanged(
                key(row),
                claim.id().toString(),
                row.getLong(8),
                row.getLong(9),
                0,
                revision,
                baseline,
                claim.backfill()),
        revision,
        revision);
  }

  private SourceLoaded loaded(ImportMerge.Claim claim, long revision) {
    var source = sources.of(claim.source());
    var through =
        database.first(
            "select max(period) from slice where source = ?",
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
