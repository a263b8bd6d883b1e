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

/** Who depends on how few suppliers, for what. */
@Path("/trade/v1/concentrations")
@Tag(
    name = "Concentrations",
    description = "Suppliers of an importer's product: HHI with its bounds")
@RunOnVirtualThread
public class ConcentrationResource {

  private static final int KEY_PARTS = 5;

  private final ConcentrationList list;
  private final SupplierInputs inputs;
  private final Revisions revisions;
  private final IndicatorConfig config;

  ConcentrationResource(
      ConcentrationList list, SupplierInputs inputs, Revisions revisions, IndicatorConfig config) {
    this.list = list;
    this.inputs = inputs;
    this.revisions = revisions;
    this.config = config;
  }

  /** A concentration with every row that it rests on, and what others would say of it. */
  public record ConcentrationDetailView(
      ConcentrationView concentration, List<Threshold> thresholds) {}

  // One connection for all that a page asks: a read that waits for another one while it holds a
  // page
  // would fill the memory under load.
  @GET
  @Transactional
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Concentrations by importer, product or sector, and period")
  public Page<ConcentrationView> list(
      @BeanParam ConcentrationFilter filter, @BeanParam PageRequest page) {
    var sort = ConcentrationSort.parse(filter.sort);
    boolean withInputs = filter.withInputs();
    long revision = revisions.resolve(AsOf.parse(filter.asOf));
    var after = page.after(sort == null ? KEY_PARTS : KEY_PARTS + 1).orElse(null);
    if (sort != null && after != null) {
      ConcentrationSort.checked(after.getFirst());
    }
    var range = new Concentrations.Range(revision, sort, after, page.limit() + 1);
    var found = list.find(filter, range);
    return Page.of(
        withInputs ? inputs.expanded(found) : SupplierInputs.folded(found),
        page.limit(),
        item -> key(item, sort));
  }

  @GET
  @Path("{importer}/{classification}/{product}/{period: .+}")
  @RolesAllowed(Roles.READER)
  @Produces("application/json")
  @Operation(summary = "One concentration with every row that it rests on")
  public ConcentrationDetailView one(
      @PathParam("importer") String importer,
      @PathParam("classification") String classification,
      @PathParam("product") String product,
      @PathParam("period") String period,
      @QueryParam("source") @Nullable String source,
      @QueryParam("asOf") @Nullable String asOf) {
    var filter = new ConcentrationFilter();
    filter.importer = importer;
    filter.classification = classification;
    filter.product = product;
    filter.period = period;
    filter.source = source;
    long revision = revisions.resolve(AsOf.parse(asOf));
    var found = list.find(filter, new Concentrations.Range(revision, null, null, 1));
    if (found.isEmpty()) {
      throw Problem.notFound(
          "no-such-concentration", "Nothing is reported for it; see /trade/v1/concentrations.");
    }
    return new ConcentrationDetailView(
        inputs.expanded(found).getFirst(), Threshold.ofConcentration(config));
  }

  private static String[] key(ConcentrationView item, @Nullable ConcentrationSort sort) {
    var key = new ArrayList<>(ConcentrationList.key(item));
    if (sort != null) {
      key.addFirst(sort.place(item));
    }
    return key.toArray(String[]::new);
  }
}
