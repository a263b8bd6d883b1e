package org.ecosec.trade.scenario;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.register.RegisterDesk;
import org.ecosec.trade.register.Version;
import org.jspecify.annotations.Nullable;

/** How long stocks last, as a steward keeps it; scenarios use it where a request says nothing. */
@Path("/trade/v1/stocks")
@Tag(name = "Scenarios")
@RunOnVirtualThread
public class StockResource {

  private final RegisterDesk desk;
  private final Economies economies;

  StockResource(RegisterDesk desk, Economies economies) {
    this.desk = desk;
    this.economies = economies;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Stocks in days of imports, by economy and product")
  public Page<StockDays> list(
      @QueryParam("asOf") @Nullable String asOf, @BeanParam PageRequest page) {
    return desk.list(StockDays.KIND, asOf, page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "One entry")
  public StockDays one(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return desk.one(StockDays.KIND, id, asOf);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "Every wording that the entry has had")
  public Page<Version<StockDays>> history(
      @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return desk.history(StockDays.KIND, id, asOf);
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(summary = "Keep how many days of imports are in stock")
  @APIResponse(responseCode = "201", description = "Kept from now on")
  public Response add(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable StockDays entry) {
    return desk.add(StockDays.KIND, key, checked(entry));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(summary = "Correct or update a stock")
  public Response change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable StockDays entry) {
    return desk.change(StockDays.KIND, id, ifMatch, checked(entry));
  }

  private StockDays checked(@Nullable StockDays entry) {
    var given = RegisterDesk.given(entry);
    if (!given.economy().equals(StockDays.ANY) && economies.find(given.economy()).isEmpty()) {
      throw Problem.unprocessable(
              "unknown-economy", "Economies are alpha-3 codes of /trade/v1/economies, or ANY.")
          .at("/economy", given.economy() + " is not one");
    }
    return given;
  }
}
