package org.ecosec.trade.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Which imports an economy cannot easily do without. */
@Path("/trade/v1/dependencies")
@Tag(name = "Dependencies", description = "Strategic dependencies after CEPII GeoDep")
@RunOnVirtualThread
public class DependencyResource {

  private static final int KEY_PARTS = 5;

  private final Dependencies dependencies;
  private final DependencyRanking ranking;
  private final EuDependencies eu;
  private final Revisions revisions;

  DependencyResource(
      Dependencies dependencies,
      DependencyRanking ranking,
      EuDependencies eu,
      Revisions revisions) {
    this.dependencies = dependencies;
    this.ranking = ranking;
    this.eu = eu;
    this.revisions = revisions;
  }

  /** A dependency with the indicators of the European Commission beside its verdict. */
  public record DependencyDetailView(DependencyView dependency, EuDependencies.EuCdi euCdi) {}

  // One connection for all that a page asks: a read that waits for another one while it holds a
  // page
  // would fill the memory under load.
  @GET
  @Transactional
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Dependencies of an importer, for a product or a sector")
  public Page<DependencyView> list(
      @BeanParam DependencyFilter filter, @BeanParam PageRequest page) {
    var sort = DependencySort.parse(filter.sort, filter.basis());
    long revision = revisions.resolve(AsOf.parse(filter.asOf));
    if (sort == null && filter.verdict == null && filter.basis == null) {
      var after = page.after(KEY_PARTS).orElse(null);
      var found = dependencies.find(filter, revision, after, page.limit() + 1);
      return Page.of(found, page.limit(), DependencyResource::key);
    }
    return chosen(filter, page, revision, sort);
  }

  @GET
  @Path("{importer}/{classification}/{product}/{period}")
  @RolesAllowed(Roles.READER)
  @Produces("application/json")
  @Operation(summary = "One dependency, with the European Commission's indicators as detail")
  public DependencyDetailView one(
      @PathParam("importer") String importer,
      @PathParam("classification") String classification,
      @PathParam("product") String product,
      @PathParam("period") String period,
      @QueryParam("source") @Nullable String source,
      @QueryParam("asOf") @Nullable String asOf) {
    var filter = new DependencyFilter();
    filter.importer = importer;
    filter.classification = classification;
    filter.product = product;
    filter.period = period;
    filter.source = source;
    long revision = revisions.resolve(AsOf.parse(asOf));
    var found = dependencies.find(filter, revision, null, 1);
    if (found.isEmpty()) {
      throw Problem.notFound(
          "no-such-dependency", "Nothing is reported for it; see /trade/v1/dependencies.");
    }
    return new DependencyDetailView(found.getFirst(), eu.of(found.getFirst(), revision));
  }

  // Chosen and sorted by figures: only the items of the page are worked out whole.
  private Page<DependencyView> chosen(
      DependencyFilter filter, PageRequest page, long revision, @Nullable DependencySort sort) {
    var after = page.after(sort == null ? KEY_PARTS : KEY_PARTS + 1).orElse(null);
    var basis = filter.basis();
    var order = sort == null ? RankedDependency.BY_KEY : sort.order();
    var cells =
        ranking.of(filter, revision).stream()
            .filter(ranked -> ranked.is(filter.verdict, basis))
            .filter(ranked -> after == null || isAfter(ranked, after, sort))
            .sorted(order)
            .limit(page.limit() + 1L)
            .map(RankedDependency::cell)
            .toList();
    return Page.of(
        dependencies.at(cells, filter, revision),
        page.limit(),
        view -> {
          var key = new ArrayList<>(List.of(key(view)));
          if (sort != null) {
            key.addFirst(sort.cursor(RankedDependency.of(view)));
          }
          return key.toArray(String[]::new);
        });
  }

  private static boolean isAfter(
      RankedDependency ranked, List<String> cursor, @Nullable DependencySort sort) {
    return sort == null
        ? ranked.key().compareTo(RankedDependency.key(cursor)) > 0
        : sort.after(ranked, cursor);
  }

  private static String[] key(DependencyView view) {
    return new String[] {
      view.importer(), view.classification(), view.product(), view.freq(), view.period()
    };
  }
}
