package org.ecosec.trade.diversion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Whether trade that fell on the direct way rose through a hub. */
@Path("/trade/v1/diversions")
@Tag(name = "Diversions", description = "Trade around a direct way that fell")
@RunOnVirtualThread
public class DiversionResource {

  private final Diversions diversions;
  private final Revisions revisions;

  DiversionResource(Diversions diversions, Revisions revisions) {
    this.diversions = diversions;
    this.revisions = revisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(
      summary = "Hubs between an origin and a market, those consistent with diversion first",
      description =
          "from is the first month (2024-12) or year (2025) after what happened; it and up to eleven"
              + " months after it are held against the same months of the year before. With a period,"
              + " the newest months up to it, at most twelve, are held against the same months of the"
              + " last year before from; with a period alone, those of the year before them.")
  public Page<DiversionView> list(
      @QueryParam("origin") @Parameter(required = true, example = "CHN") @Nullable String origin,
      @QueryParam("market") @Parameter(required = true, example = "USA") @Nullable String market,
      @QueryParam("product") @Parameter(required = true, example = "282580")
          @Nullable String product,
      @QueryParam("from") @Parameter(example = "2024-12") @Nullable String from,
      @QueryParam("period")
          @Parameter(description = "The last month to look at", example = "2025-09")
          @Nullable String period,
      @QueryParam("months") @DefaultValue("12") int months,
      @QueryParam("hub") @Nullable String hub,
      @QueryParam("classification") @DefaultValue("HS") String classification,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    if (origin == null || market == null || product == null || (from == null && period == null)) {
      throw Problem.badRequest(
              "triangle-not-named", "Name the origin, the market, the product and from.")
          .at("query:from", "origin, market, product and from are all needed");
    }
    var spans = Spans.of(from, period, months);
    var question =
        new Question(
            origin,
            market,
            hub,
            classification,
            product,
            spans.before(),
            spans.after(),
            revisions.resolve(AsOf.parse(asOf)));
    var found = diversions.find(question);
    int skip = page.after(1).map(List::getFirst).map(after -> place(found, after)).orElse(0);
    return Page.of(
        found.stream().skip(skip).limit(page.limit() + 1L).toList(),
        page.limit(),
        item -> new String[] {item.hub()});
  }

  private static int place(List<DiversionView> found, String hub) {
    return IntStream.range(0, found.size())
        .filter(i -> found.get(i).hub().equals(hub))
        .map(i -> i + 1)
        .findFirst()
        .orElse(found.size());
  }
}
