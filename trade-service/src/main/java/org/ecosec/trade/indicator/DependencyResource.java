package org.ecosec.trade.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
  private static final int MAX_CELLS = 200_000;

  private final Dependencies dependencies;
  private final EuDependencies eu;
  private final Revisions revisions;

  DependencyResource(Dependencies dependencies, EuDependencies eu, Revisions revisions) {
    this.dependencies = dependencies;
    this.eu = eu;
    this.revisions = revisions;
  }

  /** A dependency with the indicators of the European Commission beside its verdict. */
  public record DependencyDetailView(DependencyView dependency, EuDependencies.EuCdi euCdi) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Dependencies of an importer, for a product or a sector")
  public Page<DependencyView> list(
      @BeanParam DependencyFilter filter, @BeanParam PageRequest page) {
    var sort = DependencySort.parse(filter.sort);
    long revision = revisions.resolve(AsOf.parse(filter.asOf));
    if (sort == null && filter.verdict == null) {
      var after = page.after(KEY_PARTS).orElse(null);
      var found = dependencies.find(filter, revision, after, page.limit() + 1);
      return Page.of(found, page.limit(), DependencySort::key);
    }
    return sort == null ? byKey(filter, page, revision) : sorted(filter, page, revision, sort);
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

  private Page<DependencyView> byKey(DependencyFilter filter, PageRequest page, long revision) {
    var after = page.after(KEY_PARTS).orElse(null);
    var found =
        dependencies.find(filter, revision, after, MAX_CELLS).stream()
            .filter(view -> hasVerdict(view, filter.verdict))
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page.limit(), DependencySort::key);
  }

  private Page<DependencyView> sorted(
      DependencyFilter filter, PageRequest page, long revision, DependencySort sort) {
    var after = page.after(KEY_PARTS + 1);
    var found =
        dependencies.find(filter, revision, null, MAX_CELLS).stream()
            .filter(view -> hasVerdict(view, filter.verdict))
            .filter(view -> after.isEmpty() || sort.after(view, after.get()))
            .sorted(sort.order())
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(
        found,
        page.limit(),
        view -> {
          var key = new ArrayList<>(List.of(DependencySort.key(view)));
          key.addFirst(sort.cursor(view));
          return key.toArray(String[]::new);
        });
  }

  private static boolean hasVerdict(DependencyView view, @Nullable String wanted) {
    return wanted == null
        || (view.verdict() == null ? wanted.equals("NONE") : wanted.equals(view.verdict()));
  }
}
