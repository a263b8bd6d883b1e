package org.ecosec.trade.reference;

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

  ReferenceResource(Economies economies, Products products, Sectors sectors) {
    this.economies = economies;
    this.products = products;
    this.sectors = sectors;
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
  @Operation(summary = "Codes of the sector baskets, each with the reason it is in")
  public Page<Sectors.SectorCode> sectors(
      @QueryParam("sector") @Nullable String sector, @BeanParam PageRequest page) {
    var wanted = sector == null ? sectors.all() : sectors.codes(sector);
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
