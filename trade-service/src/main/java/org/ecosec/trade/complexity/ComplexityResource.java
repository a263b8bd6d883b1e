package org.ecosec.trade.complexity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.ecosec.trade.complexity.Samples.Sample;
import org.ecosec.trade.reference.Sectors;
import org.jspecify.annotations.Nullable;

/** How complex economies and products are, and where complexity meets concentration. */
@Path("/trade/v1/complexity")
@Tag(name = "Complexity", description = "Economic complexity, proximity and density")
@Produces({"application/json", "text/csv"})
@RolesAllowed(Roles.READER)
@RunOnVirtualThread
public class ComplexityResource {

  private static final int SAMPLE_KEY_PARTS = 4;

  private final Samples samples;
  private final StoredMatrix matrix;
  private final SectorRisks risks;
  private final Sectors sectors;
  private final Revisions revisions;

  ComplexityResource(
      Samples samples,
      StoredMatrix matrix,
      SectorRisks risks,
      Sectors sectors,
      Revisions revisions) {
    this.samples = samples;
    this.matrix = matrix;
    this.risks = risks;
    this.sectors = sectors;
    this.revisions = revisions;
  }

  @GET
  @Path("samples")
  @Operation(summary = "Matrices of exports: their samples, and whether they could be solved")
  public Page<SampleView> samples(@BeanParam ComplexityFilter filter, @BeanParam PageRequest page) {
    long revision = revisions.resolve(AsOf.parse(filter.asOf));
    var after = page.after(SAMPLE_KEY_PARTS).orElse(Collections.nCopies(SAMPLE_KEY_PARTS, ""));
    var found = samples.find(filter.classification, filter, revision, after, page.limit() + 1);
    return Page.of(
        found,
        page.limit(),
        item ->
            new String[] {
              item.source(),
              item.classification(),
              item.edition() == null ? "" : item.edition(),
              item.period()
            });
  }

  @GET
  @Path("economies")
  @Operation(summary = "Economies of a sample by complexity (ECI), the most complex first")
  public Page<EconomyComplexity> economies(
      @BeanParam ComplexityFilter filter, @BeanParam PageRequest page) {
    return page(
        sample(filter).map(matrix::economies).orElse(List.of()), page, EconomyComplexity::economy);
  }

  @GET
  @Path("products")
  @Operation(summary = "Products of a matrix by complexity (PCI), the most complex first")
  public Page<ProductComplexity> products(
      @BeanParam ComplexityFilter filter,
      @QueryParam("economy")
          @Parameter(description = "Adds its density around each product", example = "JPN")
          @Nullable String economy,
      @QueryParam("sector") @Nullable String sector,
      @BeanParam PageRequest page) {
    var found =
        sample(filter).map(sample -> matrix.products(sample, economy)).orElse(List.of()).stream()
            .filter(item -> sector == null || item.sectors().contains(sector))
            .toList();
    return page(found, page, ProductComplexity::product);
  }

  @GET
  @Path("products/{code}/proximities")
  @Operation(summary = "The products near to one, the nearest first")
  public Page<ProductProximity> proximities(
      @PathParam("code") String code,
      @BeanParam ComplexityFilter filter,
      @BeanParam PageRequest page) {
    var sample =
        sample(filter)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "no-matrix", "No matrix fits; see /trade/v1/complexity/samples."));
    var found = matrix.proximities(sample, code);
    if (found.isEmpty()) {
      throw Problem.notFound(
          "not-in-matrix",
          "Product "
              + code
              + " is not in the matrix or near to no other; see /trade/v1/complexity/products.");
    }
    return page(found, page, ProductProximity::product);
  }

  @GET
  @Path("risks")
  @Operation(summary = "Products of a sector: concentrated and complex ones first")
  public Page<SectorRisk> risks(
      @QueryParam("importer") @Parameter(required = true, example = "JPN")
          @Nullable String importer,
      @QueryParam("sector") @Parameter(required = true, example = "critical-minerals")
          @Nullable String sector,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    if (importer == null || sector == null || sectors.codes(sector).isEmpty()) {
      throw Problem.badRequest(
              "importer-and-sector", "Name an importer and a sector of /trade/v1/sectors.")
          .at(importer == null ? "query:importer" : "query:sector", "is missing or unknown");
    }
    long revision = revisions.resolve(AsOf.parse(asOf));
    return page(
        risks.of(importer, sector, revision),
        page,
        item -> item.classification() + " " + item.product());
  }

  private java.util.Optional<Sample> sample(ComplexityFilter filter) {
    return samples.one(filter, revisions.resolve(AsOf.parse(filter.asOf)));
  }

  /** A page of a list in an order of its own: the item after the one with the key. */
  private static <T> Page<T> page(List<T> all, PageRequest request, Function<T, String> key) {
    var after = request.after(1).map(List::getFirst);
    int from = 0;
    if (after.isPresent()) {
      while (from < all.size() && !key.apply(all.get(from)).equals(after.get())) {
        from++;
      }
      from++;
    }
    var rest = all.stream().skip(from).limit(request.limit() + 1L).toList();
    return Page.of(rest, request.limit(), item -> new String[] {key.apply(item)});
  }
}
