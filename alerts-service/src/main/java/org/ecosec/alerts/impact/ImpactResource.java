package org.ecosec.alerts.impact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.alert.AlertHistory;
import org.ecosec.alerts.alert.AlertNews;
import org.ecosec.alerts.delivery.Notifications;
import org.ecosec.alerts.impact.ImpactView.ExposedImporter;
import org.ecosec.alerts.impact.ImpactView.RaisedAlert;
import org.ecosec.alerts.signal.MeasureNews;
import org.ecosec.alerts.signal.SignalCopies;
import org.ecosec.alerts.signal.Topics;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** What a measure does, in one answer. */
@Path("/alerts/v1/impacts")
@Tag(name = "Impacts")
@RunOnVirtualThread
public class ImpactResource {

  private static final int MOST_NOTIFICATIONS = 1_000;

  private final SignalCopies copies;
  private final AlertHistory alerts;
  private final Notifications notifications;
  private final Revisions revisions;
  private final Database sql;

  ImpactResource(
      SignalCopies copies,
      AlertHistory alerts,
      Notifications notifications,
      Revisions revisions,
      Database sql) {
    this.copies = copies;
    this.alerts = alerts;
    this.notifications = notifications;
    this.revisions = revisions;
    this.sql = sql;
  }

  @GET
  @Operation(
      summary = "What a measure does: who is exposed, what it hits or mitigates, who was told",
      description =
          "Projects are linked by product: codes of the same classification meet if one begins with"
              + " the other, and the answer says which. A project that PRODUCES mitigates, one that"
              + " CONSUMES is hit. What is covered in part reads at most and is never added to what is"
              + " covered in full. Alternatives stand with each flow.")
  @RolesAllowed(Roles.READER)
  public ImpactView impact(
      @QueryParam("measure")
          @Parameter(description = "Measure id", example = "chn-graphite-permits-2023")
          @Nullable String measureId,
      @QueryParam("asOf") @Parameter(description = "As known at that instant; now if absent")
          @Nullable String asOf) {
    if (measureId == null || measureId.isBlank()) {
      throw Problem.badRequest("measure-required", "Name the measure: ?measure=<id>.")
          .at("query:measure", "is missing");
    }
    var instant = AsOf.parse(asOf);
    long revision = revisions.resolve(instant);
    var measure =
        copies
            .find(Topics.MEASURES, measureId, MeasureNews.class, revision)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "no-such-measure", "No measure " + measureId + " was known then."));
    return new ImpactView(
        measure,
        revision,
        publishedAt(revision),
        copies.exposures(measureId, revision).stream().map(ExposedImporter::of).toList(),
        ProductMatching.affected(measure, copies.projects(revision)),
        raised(measureId, revision, instant));
  }

  private List<RaisedAlert> raised(String measureId, long revision, @Nullable Instant asOf) {
    return alerts.ofMeasure(measureId, revision).stream().map(news -> raised(news, asOf)).toList();
  }

  private RaisedAlert raised(AlertNews news, @Nullable Instant asOf) {
    return new RaisedAlert(
        news.alertId(),
        news.subject().importer(),
        news.state(),
        news.change(),
        news.severity(),
        news.title(),
        notifications.of(news.alertId(), asOf, MOST_NOTIFICATIONS));
  }

  private @Nullable Instant publishedAt(long revision) {
    return sql.first(
            "select published_at from revision where number = ?",
            row -> Columns.requiredInstant(row, "published_at"),
            revision)
        .orElse(null);
  }
}
