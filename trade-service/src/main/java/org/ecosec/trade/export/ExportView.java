package org.ecosec.trade.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An export as who ordered it sees it. */
@Schema(
    description =
        "file is where the gzipped CSV is once COMPLETED, until expiresAt; query is what the list"
            + " was asked, with the instant (asOf) whose knowledge the file holds.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExportView(
    UUID id,
    String list,
    Map<String, String> query,
    Status status,
    long rowsWritten,
    long bytes,
    @Nullable String file,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant completedAt,
    Instant expiresAt) {

  /** From its order to the deletion of its file. */
  public enum Status {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    EXPIRED
  }
}
