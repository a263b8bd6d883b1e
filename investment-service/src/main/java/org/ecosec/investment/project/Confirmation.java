package org.ecosec.investment.project;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.form.Fields;

/** One side of a pledge says that the project counts toward it: who pledged, or who hosts. */
public record Confirmation(
    Side side,
    @Schema(examples = "2026-01-15") LocalDate on,
    @Schema(examples = "a letter of the ministry") String source) {

  /** Whose word it is. */
  public enum Side {
    PLEDGING,
    HOSTING
  }

  public Confirmation {
    new Fields("bad-confirmation", "A confirmation needs its side, its day and its source.")
        .need("/side", side)
        .need("/on", on)
        .day("/on", on)
        .text("/source", source, 1_000)
        .refuse();
  }
}
