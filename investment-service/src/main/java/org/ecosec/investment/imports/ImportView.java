package org.ecosec.investment.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** An import as its sender sees it. */
@Schema(
    description =
        "rowsRead = rows of a CSV file, activities and transactions of an IATI file; rowsAccepted ="
            + " those taken = rowsAdded + rowsUnchanged + rowsRevised; rowsRejected = those with"
            + " something wrong, and with an activity all its transactions; rowsIgnored = passed"
            + " over on purpose; rowsWithdrawn = entries of money that the publisher's activity had"
            + " before and no longer has; notKept = columns or elements that nobody reads.")
public record ImportView(
    UUID id,
    String format,
    @Nullable String kind,
    @Nullable String profile,
    Status status,
    HandlingLevel handling,
    boolean backfill,
    long rowsRead,
    long rowsAccepted,
    long rowsAdded,
    long rowsUnchanged,
    long rowsRevised,
    long rowsWithdrawn,
    long rowsRejected,
    long rowsIgnored,
    List<String> notKept,
    @Nullable String failure,
    @Nullable Long revision,
    Instant receivedAt,
    @Nullable Instant completedAt) {

  /** RUNNING from the moment that the file is stored until its rows are known, all at once. */
  public enum Status {
    RUNNING,
    COMPLETED,
    FAILED
  }
}
