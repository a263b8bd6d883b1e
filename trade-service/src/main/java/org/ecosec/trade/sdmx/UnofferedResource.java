package org.ecosec.trade.sdmx;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;

/** Queries of the standard that are not offered say so: 501, not 404. */
@Path("/trade/sdmx/v2/{query: schema|metadata|registration}")
@Tag(name = "SDMX")
@RolesAllowed(Roles.READER)
public class UnofferedResource {

  @GET
  @Operation(summary = "Not offered: answers 501", operationId = "sdmxUnoffered")
  public String plain(@PathParam("query") String query) {
    throw refusal(query);
  }

  @GET
  @Path("{rest: .+}")
  @Operation(summary = "Not offered: answers 501", operationId = "sdmxUnofferedPath")
  public String deep(@PathParam("query") String query, @PathParam("rest") String rest) {
    throw refusal(query);
  }

  private static Problem refusal(String query) {
    return new Problem(
        501,
        "not-implemented",
        "No " + query + " queries here; there are data, availability and structure.");
  }
}
