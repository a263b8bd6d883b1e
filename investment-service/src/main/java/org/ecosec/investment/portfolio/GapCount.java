package org.ecosec.investment.portfolio;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Of how many projects, out of how many, no source publishes something. Counted, never filled in.
 */
public record GapCount(
    @Schema(examples = "NO_PUBLISHED_DEADLINE") String gap, int projects, int ofProjects) {}
