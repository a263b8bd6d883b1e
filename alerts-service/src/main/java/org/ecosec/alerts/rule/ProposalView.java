package org.ecosec.alerts.rule;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.ledger.Names;
import org.jspecify.annotations.Nullable;

/** A proposed change of a rule as it is read. */
public record ProposalView(
    UUID proposalId,
    RuleDraft rule,
    @Schema(description = "The version that it changes; 0 for a new rule") int baseVersion,
    String proposedBy,
    Instant proposedAt,
    @Schema(
            description = "PUBLISHED or WITHDRAWN; null while it waits",
            enumeration = {"PUBLISHED", "WITHDRAWN"})
        @Nullable String outcome,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt) {

  static ProposalView of(RuleProposal proposal, Names names) {
    var outcome = proposal.outcome();
    return new ProposalView(
        proposal.id(),
        proposal.draft(),
        proposal.baseVersion(),
        names.given(proposal.proposedBy()),
        proposal.proposedAt(),
        outcome == null ? null : outcome.name(),
        names.of(proposal.decidedBy()),
        proposal.decidedAt());
  }
}
