package org.ecosec.investment.pledge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

@Path("/investment/v1/pledges/{id}/relations")
@RunOnVirtualThread
@Produces({"application/json", "text/csv"})
@Tag(name = "Pledges")
public class RelationResource {

  private final Pledges pledges;
  private final Revisions revisions;

  RelationResource(Pledges pledges, Revisions revisions) {
    this.pledges = pledges;
    this.revisions = revisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(
      operationId = "listPledgeRelations",
      summary = "What a pledge replaces, extends or overlaps, and what does so to it")
  public Page<Relation> list(
      @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    var pledge = pledges.view(id, revision);
    var related =
        pledges.related(pledge, revision).stream()
            .map(other -> Relation.of(pledge, other))
            .filter(Objects::nonNull)
            .toList();
    return new Page<>(related, null);
  }
}
