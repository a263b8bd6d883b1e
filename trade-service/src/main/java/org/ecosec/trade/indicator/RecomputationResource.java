package org.ecosec.trade.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.ecosec.trade.indicator.Recomputation.RecomputationView;

/** Computes every stored indicator again from the observations. */
@Path("/trade/v1/recomputations")
@Tag(name = "Recomputations", description = "Stored indicators, computed again")
@Produces("application/json")
@RunOnVirtualThread
public class RecomputationResource {

  private static final int SHOWN = 100;

  private final Recomputations runs;
  private final RecomputationQueue queue;

  RecomputationResource(Recomputations runs, RecomputationQueue queue) {
    this.runs = runs;
    this.queue = queue;
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary = "Compute all indicators again",
      description =
          "Writes only what is not as stored and tells nobody. While a run is under way, it is the"
              + " one that is answered.")
  @APIResponse(responseCode = "202", description = "Under way; follow Location")
  public Response ask() {
    var view = runs.ask();
    queue.start(view.id());
    return Response.accepted(view)
        .location(URI.create("/trade/v1/recomputations/" + view.id()))
        .build();
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(summary = "The last hundred runs, the newest first")
  public Page<RecomputationView> list() {
    return new Page<>(runs.newest(SHOWN), null);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "One run: how far it has come, and how many figures changed")
  public RecomputationView one(@PathParam("id") String id) {
    try {
      var view = runs.find(UUID.fromString(id));
      if (view.isPresent()) {
        return view.get();
      }
    } catch (IllegalArgumentException notAnId) {
      // Refused below, as an unknown id is.
    }
    throw Problem.notFound("no-such-recomputation", "There is no recomputation " + id + ".");
  }
}
