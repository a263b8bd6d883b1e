package org.ecosec.alerts.rule;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.ledger.Names;
import org.jspecify.annotations.Nullable;

/** A version of a rule, who wrote it and when; versions are only ever added. */
public record RuleVersionView(
    int version,
    @Schema(description = "The name; an opaque id once the person is erased", examples = "shipped")
        String createdBy,
    @Schema(description = "The second steward, where one was needed") @Nullable String approvedBy,
    Instant createdAt,
    RuleDraft rule) {

  static RuleVersionView of(Rules.Version version, Names names) {
    var author = version.by().author();
    return new RuleVersionView(
        version.version(),
        author == null ? "shipped" : names.given(author),
        names.of(version.by().approver()),
        version.createdAt(),
        version.draft());
  }
}
