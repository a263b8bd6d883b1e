package org.ecosec.investment.transaction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

@Path("/investment/v1/commitments")
@RunOnVirtualThread
@Produces({"application/json", "text/csv"})
@Tag(name = "Transactions")
public class CommitmentResource {

  private final Commitments commitments;
  private final Revisions revisions;

  CommitmentResource(Commitments commitments, Revisions revisions) {
    this.commitments = commitments;
    this.revisions = revisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(
      operationId = "listCommitments",
      summary = "Signed commitments with what was drawn on each and what is left")
  public Page<Commitment> list(
      @QueryParam("projectId") @Nullable String projectId,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    long revision = revisions.resolve(AsOf.parse(asOf));
    var known = commitments.page(revision, projectId, after, page.limit() + 1);
    return Page.of(known, page.limit(), commitment -> new String[] {commitment.id()});
  }
}
