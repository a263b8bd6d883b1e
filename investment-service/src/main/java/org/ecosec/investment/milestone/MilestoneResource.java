package org.ecosec.investment.milestone;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

@Path("/investment/v1/milestones")
@RunOnVirtualThread
@Consumes("application/json")
@Produces("application/json")
@Tag(name = "Milestones")
public class MilestoneResource {

  private final Milestones milestones;
  private final MilestoneRegistration registration;
  private final Revisions revisions;
  private final Written written;

  MilestoneResource(
      Milestones milestones,
      MilestoneRegistration registration,
      Revisions revisions,
      Written written) {
    this.milestones = milestones;
    this.registration = registration;
    this.revisions = revisions;
    this.written = written;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(operationId = "listMilestones", summary = "Milestones in the order of their ids")
  public Page<MilestoneView> list(
      @QueryParam("projectId") @Nullable String projectId,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    var filters = new Filters().equal("projectId", projectId);
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var known =
        milestones
            .page(revisions.resolve(AsOf.parse(asOf)), filters, after, page.limit() + 1)
            .stream()
            .map(MilestoneView::of)
            .toList();
    return Page.of(known, page.limit(), milestone -> new String[] {milestone.id()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(operationId = "getMilestone", summary = "One milestone")
  public MilestoneView one(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return MilestoneView.of(milestones.known(id, revisions.resolve(AsOf.parse(asOf))));
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(
      operationId = "registerMilestone",
      summary = "Register a milestone of the project it names, with the plans it has had")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = MilestoneView.class)))
  public Response register(
      @Nullable MilestoneTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var terms = Fields.body(body);
    return written.created(
        key,
        terms,
        () -> registration.register(terms, backfill),
        view -> "/milestones/" + view.id());
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(
      operationId = "changeMilestone",
      summary = "Change the forecast or what was reached; the version before and the plan stay")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = MilestoneView.class)))
  public Response change(
      @PathParam("id") String id,
      @Nullable MilestoneTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var view = registration.change(id, Fields.body(body), ifMatch, backfill);
    return written.changed(view);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(operationId = "endMilestone", summary = "Take a milestone off; its history stays")
  @APIResponse(responseCode = "204", description = "Ended")
  public void end(
      @PathParam("id") String id,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    registration.end(id, ifMatch, backfill);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(operationId = "getMilestoneHistory", summary = "Every version, oldest first")
  public Page<MilestoneView> history(
      @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    var versions = milestones.versions(id, revisions.resolve(AsOf.parse(asOf)));
    return new Page<>(versions.stream().map(MilestoneView::of).toList(), null);
  }
}
