package org.ecosec.trade.diversion;

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
import java.util.stream.Stream;
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

/** Triangles that a steward keeps under watch beside those of the measures in force. */
@Path("/trade/v1/diversion-watches")
@Tag(name = "Diversions")
@RunOnVirtualThread
public class DiversionWatchResource {

  private final RegisterDesk desk;
  private final Economies economies;

  DiversionWatchResource(RegisterDesk desk, Economies economies) {
    this.desk = desk;
    this.economies = economies;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Triangles kept under watch by a steward")
  public Page<DiversionWatch> list(
      @QueryParam("asOf") @Nullable String asOf, @BeanParam PageRequest page) {
    return desk.list(DiversionWatch.KIND, asOf, page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "One entry")
  public DiversionWatch one(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return desk.one(DiversionWatch.KIND, id, asOf);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "Every wording that the entry has had")
  public Page<Version<DiversionWatch>> history(
      @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return desk.history(DiversionWatch.KIND, id, asOf);
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(summary = "Watch a triangle: a change of its outcome is told")
  @APIResponse(responseCode = "201", description = "Kept from now on")
  public Response add(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable DiversionWatch entry) {
    return desk.add(DiversionWatch.KIND, key, checked(entry));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(summary = "Change a watched triangle, or end the watch")
  public Response change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable DiversionWatch entry) {
    return desk.change(DiversionWatch.KIND, id, ifMatch, checked(entry));
  }

  private DiversionWatch checked(@Nullable DiversionWatch entry) {
    var given = RegisterDesk.given(entry);
    Stream.of(given.origin(), given.market(), given.hub() == null ? given.origin() : given.hub())
        .filter(economy -> economies.find(economy).isEmpty())
        .findFirst()
        .ifPresent(
            economy -> {
              throw Problem.unprocessable(
                      "unknown-economy", "Economies are alpha-3 codes of /trade/v1/economies.")
                  .at("/", economy + " is not one");
            });
    return given;
  }
}
