package org.ecosec.investment.portfolio;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.project.ProjectStatus;
import org.jspecify.annotations.Nullable;

/**
 * An open project of which nothing was reported for a year: no money moved, no milestone was
 * reported or reached. {@code NEVER_REPORTED} where nothing ever was.
 */
public record ProjectReport(
    String projectId,
    String title,
    @Nullable ProjectStatus status,
    @Nullable LocalDate lastReportedOn,
    @Nullable Long silentDays,
    @Schema(examples = "SILENT") String reason) {}
