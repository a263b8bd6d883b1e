package org.ecosec.trade.production;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Cursor;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Production of minerals by economy, and its concentration. */
@Path("/trade/v1")
@Tag(name = "Production", description = "Who produces what, and how concentrated that is")
@RunOnVirtualThread
public class ProductionResource {

  private static final int KEY_PARTS = 6;

  private final Productions productions;
  private final ProductionConcentrations concentrations;
  private final ProductionDependencies dependencies;
  private final ProductionLoad load;
  private final Minerals minerals;
  private final Revisions revisions;

  ProductionResource(
      Productions productions,
      ProductionConcentrations concentrations,
      ProductionDependencies dependencies,
      ProductionLoad load,
      Minerals minerals,
      Revisions revisions) {
    this.productions = productions;
    this.concentrations = concentrations;
    this.dependencies = dependencies;
    this.load = load;
    this.minerals = minerals;
    this.revisions = revisions;
  }

  @GET
  @Path("productions")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Production by mineral, stage, year and economy, in tonnes")
  public Page<Production> list(
      @QueryParam("source") @Nullable String source,
      @QueryParam("mineral") @Nullable String mineral,
      @QueryParam("stage") @Nullable String stage,
      @QueryParam("economy") @Nullable String economy,
      @QueryParam("year") @Nullable Integer year,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    var after = page.after(KEY_PARTS).orElse(List.of("", "", "", "", "", ""));
    var filter = new Productions.Filter(source, mineral, stage, economy, year);
    var found = productions.find(filter, revision, after, page.limit() + 1);
    return Page.of(
        found,
        page.limit(),
        item ->
            new String[] {
              item.mineral(),
              item.stage(),
              item.source(),
              Integer.toString(item.year()),
              item.economy(),
              item.basis()
            });
  }

  @POST
  @Path("productions/imports")
  @Consumes("text/csv")
  @RolesAllowed(Roles.STEWARD)
  @Operation(
      summary = "Load production: what a file lacks of its sources is gone",
      description =
          "CSV with source, mineral, stage, economy, year, tonnes, basis, reason; at most 1 MB. A"
              + " file with a wrong row is refused whole.")
  public ProductionLoad.Outcome load(byte[] body) {
    return load.load(body, "steward");
  }

  @GET
  @Path("production-concentrations")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "HHI of production, plain and weighted by governance")
  public Page<ProductionConcentrationView> concentrations(
      @QueryParam("source") @Nullable String source,
      @QueryParam("mineral") @Nullable String mineral,
      @QueryParam("stage") @Nullable String stage,
      @QueryParam("year") @Nullable Integer year,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    var filter = new Productions.Filter(source, mineral, stage, null, year);
    return slice(concentrations.find(filter, revision), page);
  }

  @GET
  @Path("production-dependencies")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Imports as a part of use, for minerals whose production is known")
  public Page<ProductionDependencyView> dependencies(
      @QueryParam("importer") @Nullable String importer,
      @QueryParam("mineral") @Nullable String mineral,
      @QueryParam("stage") @Nullable String stage,
      @QueryParam("year") @Nullable Integer year,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    if (importer == null) {
      throw Problem.badRequest("no-importer", "Name an importer, such as importer=IND.")
          .at("query:importer", "is missing");
    }
    long revision = revisions.resolve(AsOf.parse(asOf));
    var filter = new Productions.Filter(null, mineral, stage, null, year);
    return slice(dependencies.find(importer, filter, revision), page);
  }

  @GET
  @Path("minerals")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "HS codes that carry a mineral at a stage")
  public Page<Minerals.MineralProduct> minerals(@BeanParam PageRequest page) {
    return slice(minerals.all(), page);
  }

  // Lists of a few hundred at most, made whole; the cursor is how many were seen.
  private static <T> Page<T> slice(List<T> all, PageRequest page) {
    int start = page.after(1).map(key -> (int) Cursor.number(key.getFirst())).orElse(0);
    var rest = all.stream().skip(start).limit(page.limit() + 1L).toList();
    return Page.of(
        rest, page.limit(), item -> new String[] {Integer.toString(start + page.limit())});
  }
}
