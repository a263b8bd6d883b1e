package org.ecosec.alerts.impact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.alert.AlertChange;
import org.ecosec.alerts.alert.AlertState;
import org.ecosec.alerts.delivery.NotificationView;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.signal.ExposureNews;
import org.ecosec.alerts.signal.MeasureNews;
import org.ecosec.alerts.signal.ProjectNews;
import org.jspecify.annotations.Nullable;

/** What a measure does, as it was known at an instant. */
public record ImpactView(
    MeasureNews measure,
    @Schema(description = "The revision of this service that answers") long revision,
    @Schema(description = "When that revision was published; null before the first")
        @Nullable Instant knownAt,
    List<ExposedImporter> importers,
    List<AffectedProject> projects,
    List<RaisedAlert> alerts) {

  /** What one importer buys; the two sums stand side by side and are never added. */
  public record ExposedImporter(
      @Schema(description = "The exposed economy; one that sells where side is EXPORTS")
          String importer,
      @Schema(
              description = "IMPORTS: what it buys from the imposer; EXPORTS: what it sells to it",
              enumeration = {"IMPORTS", "EXPORTS"})
          String side,
      @Schema(description = "Through codes that the measure covers in full, US dollars")
          @Nullable BigDecimal fullUsd,
      @Schema(description = "At most, through codes covered in part or known by heading only")
          @Nullable BigDecimal partialAtMostUsd,
      @Nullable String dataThrough,
      List<ExposureNews.Flow> flows,
      @Schema(description = "Codes that no source reports for this importer; not 0")
          List<String> unreportedCodes) {

    static ExposedImporter of(ExposureNews exposure) {
      return new ExposedImporter(
          exposure.importer(),
          exposure.sells() ? "EXPORTS" : "IMPORTS",
          exposure.fullUsd(),
          exposure.partialAtMostUsd(),
          exposure.dataThrough(),
          exposure.flows(),
          exposure.unreportedCodes() == null ? List.of() : exposure.unreportedCodes());
    }
  }

  /** What a measure does to a project. */
  public enum Effect {
    /** It produces what the measure withholds. */
    MITIGATES,
    /** It consumes what the measure withholds. */
    IS_HIT,
    /** It does both. */
    BOTH
  }

  /** A project with the links that made it part of the answer and its undelivered money. */
  public record AffectedProject(
      String projectId,
      String title,
      Effect effect,
      @Nullable String status,
      @Nullable String sector,
      List<ProductMatch> links,
      @Schema(description = "By currency; commitments and disbursements are separate ladders")
          List<ProjectNews.Money> money) {}

  /** How a product of the project meets a code of the measure. */
  public record ProductMatch(
      String code,
      String link,
      String measureCode,
      String coverage,
      Match match,
      String source,
      String confidence) {}

  /** How two product codes meet. */
  public enum Match {
    /** The same code. */
    SAME,
    /** The project's code lies within the measure's. */
    PROJECT_CODE_NARROWER,
    /** The measure's code lies within the project's: the project may deal in something else. */
    PROJECT_CODE_BROADER
  }

  /** An alert about the measure and who was told of it. */
  public record RaisedAlert(
      UUID alertId,
      @Nullable String importer,
      AlertState state,
      AlertChange lastChange,
      Severity severity,
      String title,
      List<NotificationView> notifications) {}
}
