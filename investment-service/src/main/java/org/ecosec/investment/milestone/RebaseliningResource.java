package org.ecosec.investment.milestone;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.investment.change.Filters;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Written;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

@Path("/investment/v1/milestones/{id}/rebaselinings")
@RunOnVirtualThread
@Consumes("application/json")
@Produces("application/json")
@Tag(name = "Milestones")
public class RebaseliningResource {

  private final Milestones milestones;
  private final Rebaselinings rebaselinings;
  private final MilestoneRegistration registration;
  private final Revisions revisions;
  private final Written written;

  RebaseliningResource(
      Milestones milestones,
      Rebaselinings rebaselinings,
      MilestoneRegistration registration,
      Revisions revisions,
      Written written) {
    this.milestones = milestones;
    this.rebaselinings = rebaselinings;
    this.registration = registration;
    this.revisions = revisions;
    this.written = written;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(operationId = "listRebaselinings", summary = "How a plan was moved, oldest first")
  public Page<RebaseliningView> list(
      @PathParam("id") String id,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    var filters = new Filters().equal("milestoneId", milestones.known(id, revision).id());
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var known =
        rebaselinings.page(revision, filters, after, page.limit() + 1).stream()
            .map(RebaseliningView::of)
            .toList();
    return Page.of(known, page.limit(), moved -> new String[] {moved.id()});
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(
      operationId = "rebaseline",
      summary = "Move the plan of a milestone; the plans before stay on record")
  @APIResponse(
      responseCode = "201",
      description = "Moved: the milestone with its new baseline",
      content = @Content(schema = @Schema(implementation = MilestoneView.class)))
  public Response move(
      @PathParam("id") String id,
      @Nullable RebaseliningTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var terms = Fields.body(body);
    return written.created(
        key,
        terms,
        () -> registration.rebaseline(id, terms, ifMatch, backfill),
        view -> "/milestones/" + id + "/rebaselinings");
  }
}
