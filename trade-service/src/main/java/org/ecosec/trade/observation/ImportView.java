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
            + " flows); rowsDeleted = withdrawn, by a complete file that lacks them; rowsIgnored ="
            + " breakdowns and groups, whose totals are in the file too. While status is RUNNING,"
            + " rowsRead and rowsMerged grow, and phase says whether the body is coming in (STAGING),"
            + " stored whole (WAITING) or being merged (MERGING).")
public record ImportView(
    UUID id,
    String source,
    String format,
    @Nullable String profile,
    ImportMode mode,
    Status status,
    @Nullable Phase phase,
    @Nullable Boolean baseline,
    boolean backfill,
    long rowsRead,
    long rowsAccepted,
    long rowsAdded,
    long rowsUnchanged,
    long rowsRevised,
    long rowsDeleted,
    long rowsRejected,
    long rowsIgnored,
    long rowsMerged,
    List<String> unknownColumns,
    @Nullable String failure,
    @Nullable Long revision,
    Instant receivedAt,
    @Nullable Instant completedAt) {

  /** RUNNING from the body's first row until its rows are visible, all at once. */
  public enum Status {
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED
  }

  /** Where a RUNNING import is: the body coming in, stored whole and waiting, being merged. */
  public enum Phase {
    STAGING,
    WAITING,
    MERGING
  }
}
