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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** The governance scores that weight the concentration of production. */
@Path("/trade/v1/governance-scores")
@Tag(name = "Production", description = "Who produces what, and how concentrated that is")
@RunOnVirtualThread
public class GovernanceResource {

  private final Governance governance;
  private final GovernanceLoad load;
  private final Revisions revisions;

  GovernanceResource(Governance governance, GovernanceLoad load, Revisions revisions) {
    this.governance = governance;
    this.load = load;
    this.revisions = revisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "How well economies are governed, from 0 to 1")
  public Page<GovernanceScore> list(
      @QueryParam("asOf") @Nullable String asOf, @BeanParam PageRequest page) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    return Page.of(
        governance.find(revision, after, page.limit() + 1),
        page.limit(),
        score -> new String[] {score.economy()});
  }

  @POST
  @Path("imports")
  @Consumes("text/csv")
  @RolesAllowed(Roles.STEWARD)
  @Operation(
      summary = "Replace the scores: what a file lacks is gone",
      description =
          "CSV with source, year, economy, score (0 to 1), all of one source and year; at most 1"
              + " MB. A file with a wrong row is refused whole.")
  public GovernanceLoad.Outcome load(byte[] body) {
    return load.load(body);
  }
}
