package org.ecosec.trade.reference;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** The lists that every figure leans on. */
@Path("/trade/v1")
@Tag(name = "Reference", description = "Economies, products and sector baskets")
@Produces({"application/json", "text/csv"})
@RolesAllowed(Roles.READER)
public class ReferenceResource {

  private final Economies economies;
  private final Products products;
  private final Sectors sectors;
  private final Revisions revisions;

  ReferenceResource(Economies economies, Products products, Sectors sectors, Revisions revisions) {
    this.economies = economies;
    this.products = products;
    this.sectors = sectors;
    this.revisions = revisions;
  }

  @GET
  @Path("economies")
  @Operation(summary = "Economies and areas, by code")
  public Page<Economy> economies(@BeanParam PageRequest page) {
    return page(economies.all(), page, Economy::code);
  }

  @GET
  @Path("products")
  @Operation(summary = "Products of a classification (HS 2022, JP-PC), by code")
  public Page<Products.Product> products(
      @QueryParam("classification") @Nullable String classification, @BeanParam PageRequest page) {
    var wanted =
        products.all().stream()
            .filter(
                product ->
                    classification == null || product.classification().equals(classification))
            .toList();
    return page(wanted, page, product -> product.classification() + " " + product.code());
  }

  @GET
  @Path("sectors")
  @RunOnVirtualThread
  @Operation(summary = "Codes of the sector baskets, each with the reason it is in")
  public Page<Sectors.SectorCode> sectors(
      @QueryParam("scheme") @Nullable String scheme,
      @QueryParam("sector") @Nullable String sector,
      @QueryParam("product") @Nullable String product,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    var wanted =
        sectors.at(revisions.resolve(AsOf.parse(asOf))).all().stream()
            .filter(code -> scheme == null || code.scheme().equals(scheme))
            .filter(code -> sector == null || code.sector().equals(sector))
            .filter(code -> product == null || code.code().equals(product))
            .toList();
    return page(wanted, page, ReferenceResource::key);
  }

  private static String key(Sectors.SectorCode code) {
    return String.join(" ", code.scheme(), code.sector(), code.classification(), code.code());
  }

  private static <T> Page<T> page(Collection<T> all, PageRequest request, Function<T, String> key) {
    var after = request.after(1).map(parts -> parts.getFirst()).orElse("");
    var rest =
        all.stream()
            .sorted((left, right) -> key.apply(left).compareTo(key.apply(right)))
            .filter(item -> key.apply(item).compareTo(after) > 0)
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(rest, request.limit(), item -> new String[] {key.apply(item)});
  }
}
