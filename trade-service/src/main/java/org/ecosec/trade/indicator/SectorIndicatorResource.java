package org.ecosec.trade.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.ecosec.trade.indicator.SectorIndicators.Group;
import org.jspecify.annotations.Nullable;

/** How a whole sector of an importer stands. */
@Path("/trade/v1/sector-indicators")
@Tag(name = "Sectors")
@Produces({"application/json", "text/csv"})
@RunOnVirtualThread
public class SectorIndicatorResource {

  private static final int KEY_PARTS = 7;

  private final SectorIndicators indicators;
  private final Revisions revisions;

  SectorIndicatorResource(SectorIndicators indicators, Revisions revisions) {
    this.indicators = indicators;
    this.revisions = revisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(
      summary =
          "Sectors by importer and period: share of imports in concentrated products, verdicts")
  public Page<SectorIndicatorView> list(
      @QueryParam("importer") @Nullable String importer,
      @QueryParam("scheme") @Nullable String scheme,
      @QueryParam("sector") @Nullable String sector,
      @QueryParam("classification") @Nullable String classification,
      @QueryParam("freq") @Nullable String freq,
      @QueryParam("period") @Nullable String period,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("source") @Nullable String source,
      @QueryParam("newest") @DefaultValue("false") boolean newest,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    if (importer == null && sector == null) {
      throw Problem.badRequest("filter-needed", "Name an importer or a sector.")
          .at("query:importer", "is missing");
    }
    var filter = new ConcentrationFilter();
    filter.importer = importer;
    filter.sector = sector;
    filter.classification = classification;
    filter.freq = freq;
    filter.period = period;
    filter.from = from;
    filter.to = to;
    filter.source = source;
    filter.newest = newest;
    var after = page.after(KEY_PARTS).map(parts -> String.join("\u001f", parts)).orElse("");
    var found =
        indicators.find(filter, scheme, revisions.resolve(AsOf.parse(asOf))).stream()
            .filter(view -> String.join("\u001f", key(view)).compareTo(after) > 0)
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page.limit(), SectorIndicatorResource::key);
  }

  private static String[] key(SectorIndicatorView view) {
    return new Group(
            view.importer(),
            view.scheme(),
            view.sector(),
            view.classification(),
            view.freq(),
            view.period(),
            view.source())
        .parts();
  }
}
