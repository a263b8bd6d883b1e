package org.ecosec.alerts.rule;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a rule, who wrote it and when; versions are only ever added. */
public record RuleVersionView(
    int version,
    @Schema(examples = "shipped") String createdBy,
    Instant createdAt,
    RuleDraft rule) {}
