package org.ecosec.alerts.alert;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.rule.Severity;

/** Open alerts that belong together; the worst of them speaks for all. */
public record GroupView(
    @Schema(examples = "heading|JPN|HS|2504") String group,
    int alerts,
    @Schema(description = "How many of them nobody is told of, because another says it")
        int notTold,
    Severity severity,
    @Schema(description = "The title of the worst") String title,
    List<String> importers,
    List<String> products,
    Instant changedAt) {}
