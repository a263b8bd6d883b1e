package org.ecosec.investment.project;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.investment.change.Filters;
import org.ecosec.investment.form.Fields;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

@Path("/investment/v1/allocations")
@RunOnVirtualThread
@Consumes("application/json")
@Produces("application/json")
@Tag(name = "Allocations")
public class AllocationResource {

  private final Allocations allocations;
  private final AllocationRegistration registration;
  private final Revisions revisions;
  private final Idempotency idempotency;

  AllocationResource(
      Allocations allocations,
      AllocationRegistration registration,
      Revisions revisions,
      Idempotency idempotency) {
    this.allocations = allocations;
    this.registration = registration;
    this.revisions = revisions;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(operationId = "listAllocations", summary = "Which projects count toward which pledges")
  public Page<AllocationView> list(
      @QueryParam("projectId") @Nullable String projectId,
      @QueryParam("pledgeId") @Nullable String pledgeId,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    var filters = new Filters().equal("projectId", projectId).equal("pledgeId", pledgeId);
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var known =
        allocations
            .page(revisions.resolve(AsOf.parse(asOf)), filters, after, page.limit() + 1)
            .stream()
            .map(AllocationView::of)
            .toList();
    return Page.of(known, page.limit(), allocation -> new String[] {allocation.id()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(operationId = "getAllocation", summary = "One allocation")
  public AllocationView one(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return allocations
        .at(revisions.resolve(AsOf.parse(asOf)), id)
        .map(AllocationView::of)
        .orElseThrow(() -> AllocationRegistration.unknown(id));
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(
      operationId = "allocate",
      summary = "Let a share of a project count toward a pledge of the same scope")
  @APIResponse(
      responseCode = "201",
      description = "Allocated",
      content = @Content(schema = @Schema(implementation = AllocationView.class)))
  public Response allocate(
      @Nullable AllocationTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var terms = Fields.body(body);
    return idempotency.once(
        key,
        terms,
        () -> {
          var view = registration.allocate(terms, backfill);
          return Response.created(URI.create("/investment/v1/allocations/" + view.id()))
              .entity(view)
              .build();
        });
  }

  @POST
  @Path("{id}/confirmations")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(
      operationId = "confirmAllocation",
      summary = "Say that a side of the pledge confirms the allocation")
  @APIResponse(
      responseCode = "201",
      description = "Confirmed: the allocation",
      content = @Content(schema = @Schema(implementation = AllocationView.class)))
  public Response confirm(
      @PathParam("id") String id,
      @Nullable Confirmation body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var by = Fields.body(body);
    return idempotency.once(
        key,
        by,
        () ->
            Response.created(URI.create("/investment/v1/allocations/" + id))
                .entity(registration.confirm(id, by, ifMatch, backfill))
                .build());
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(operationId = "endAllocation", summary = "End an allocation; its history stays")
  @APIResponse(responseCode = "204", description = "Ended")
  public void end(
      @PathParam("id") String id,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    registration.end(id, ifMatch, backfill);
  }
}
