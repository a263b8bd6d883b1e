package org.ecosec.trade.observation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as its sender sees it. */
@Schema(
    description =
        "rowsRead = rows of the file after its header; rowsAccepted = observations taken, of which"
            + " rowsAdded, rowsUnchanged and rowsRevised (a row of a mapped file may report two"
            + " flows); rowsIgnored = breakdowns and groups, whose totals are in the file too.")
public record ImportView(
    UUID id,
    String source,
    String format,
    @Nullable String profile,
    Status status,
    @Nullable Boolean baseline,
    boolean backfill,
    long rowsRead,
    long rowsAccepted,
    long rowsAdded,
    long rowsUnchanged,
    long rowsRevised,
    long rowsRejected,
    long rowsIgnored,
    List<String> unknownColumns,
    @Nullable String failure,
    @Nullable Long revision,
    Instant receivedAt,
    @Nullable Instant completedAt) {

  /** RUNNING from the moment that the body is stored until its rows are visible, all at once. */
  public enum Status {
    RUNNING,
    COMPLETED,
    FAILED
  }
}
