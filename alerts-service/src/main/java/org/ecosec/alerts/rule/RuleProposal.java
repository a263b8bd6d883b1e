package org.ecosec.alerts.rule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a rule that waits for a second steward; {@code outcome} is null while it waits. */
record RuleProposal(
    UUID id,
    RuleDraft draft,
    int baseVersion,
    UUID proposedBy,
    Instant proposedAt,
    @Nullable Outcome outcome,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt) {

  /** How it ended. */
  public enum Outcome {
    /** It is a version of the rule now. */
    PUBLISHED,
    /** It was taken back or turned down. */
    WITHDRAWN
  }
}
