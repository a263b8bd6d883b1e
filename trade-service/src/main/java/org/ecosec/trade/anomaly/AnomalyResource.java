package org.ecosec.trade.anomaly;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Collections;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.ecosec.trade.observation.Flow;
import org.jspecify.annotations.Nullable;

/** Which monthly series moved beyond their history, and any series with its band. */
@Path("/trade/v1/anomalies")
@Tag(name = "Anomalies", description = "Monthly trade beside its own history")
@RunOnVirtualThread
public class AnomalyResource {

  private static final int KEY_PARTS = 8;

  private final Anomalies anomalies;
  private final SeriesReading reading;
  private final Revisions revisions;

  AnomalyResource(Anomalies anomalies, SeriesReading reading, Revisions revisions) {
    this.anomalies = anomalies;
    this.reading = reading;
    this.revisions = revisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Flagged months by reporter, partner, product and month")
  public Page<AnomalyView> list(@BeanParam AnomalyFilter filter, @BeanParam PageRequest page) {
    known(Tier.values(), filter.tier, "tier");
    known(Metric.values(), filter.metric, "metric");
    known(Direction.values(), filter.direction, "direction");
    known(Flow.values(), filter.flow, "flow");
    long revision = revisions.resolve(AsOf.parse(filter.asOf));
    var after = page.after(KEY_PARTS).orElse(Collections.nCopies(KEY_PARTS, ""));
    var found = anomalies.find(filter, revision, after, page.limit() + 1);
    return Page.of(found, page.limit(), AnomalyResource::key);
  }

  @GET
  @Path("series")
  @RolesAllowed(Roles.READER)
  @Produces("application/json")
  @Operation(summary = "One series, month by month: observed, expected, band, reading")
  public SeriesView series(
      @QueryParam("reporter") @Parameter(required = true, example = "CHN")
          @Nullable String reporter,
      @QueryParam("partner") @DefaultValue(ProductSeries.ALL) String partner,
      @QueryParam("flow") @DefaultValue("EXPORT") String flow,
      @QueryParam("classification") @DefaultValue("HS") String classification,
      @QueryParam("product") @Parameter(required = true, example = "250410")
          @Nullable String product,
      @QueryParam("metric") @DefaultValue("VALUE") String metric,
      @QueryParam("source") @Nullable String source,
      @QueryParam("asOf") @Nullable String asOf) {
    if (reporter == null || product == null) {
      throw Problem.badRequest("series-not-named", "Name the reporter and the product.")
          .at(reporter == null ? "query:reporter" : "query:product", "is missing");
    }
    known(Flow.values(), flow, "flow");
    known(Metric.values(), metric, "metric");
    var wanted =
        new SeriesReading.Wanted(
            reporter,
            partner,
            Flow.valueOf(flow),
            classification,
            product,
            Metric.valueOf(metric),
            source);
    return reading
        .read(wanted, revisions.resolve(AsOf.parse(asOf)))
        .orElseThrow(
            () ->
                Problem.notFound(
                    "no-such-series",
                    "No source reports this flow by month; see /trade/v1/observations?freq=M."));
  }

  private static void known(Enum<?>[] values, @Nullable String text, String parameter) {
    if (text != null && Arrays.stream(values).noneMatch(value -> value.name().equals(text))) {
      throw Problem.badRequest("unknown-" + parameter, "Take one of " + Arrays.toString(values))
          .at("query:" + parameter, "is unknown");
    }
  }

  private static String[] key(AnomalyView item) {
    return new String[] {
      item.reporter(),
      item.partner(),
      item.flow().name(),
      item.classification(),
      item.product(),
      item.metric().name(),
      item.period(),
      item.source()
    };
  }
}
