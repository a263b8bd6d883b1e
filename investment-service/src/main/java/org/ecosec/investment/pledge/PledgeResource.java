package org.ecosec.investment.pledge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.investment.change.Filters;
import org.ecosec.investment.form.Choice;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Written;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

@Path("/investment/v1/pledges")
@RunOnVirtualThread
@Consumes("application/json")
@Produces("application/json")
@Tag(name = "Pledges")
public class PledgeResource {

  private final Pledges pledges;
  private final PledgeRegistration registration;
  private final Revisions revisions;
  private final Written written;

  PledgeResource(
      Pledges pledges, PledgeRegistration registration, Revisions revisions, Written written) {
    this.pledges = pledges;
    this.registration = registration;
    this.revisions = revisions;
    this.written = written;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(operationId = "listPledges", summary = "Pledges in the order of their ids")
  public Page<PledgeView> list(
      @QueryParam("scope") @Parameter(schema = @Schema(implementation = Scope.class))
          @Nullable String scope,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var known =
        pledges.views(
            revisions.resolve(AsOf.parse(asOf)),
            new Filters().equal("scope", Choice.of(Scope.class, "scope", scope)),
            after,
            page.limit() + 1);
    return Page.of(known, page.limit(), pledge -> new String[] {pledge.id()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(operationId = "getPledge", summary = "One pledge")
  public PledgeView one(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return pledges.view(id, revisions.resolve(AsOf.parse(asOf)));
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(operationId = "registerPledge", summary = "Register a pledge with its wordings")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = PledgeView.class)))
  public Response register(
      @Nullable PledgeTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var terms = Fields.body(body);
    return written.created(
        key, terms, () -> registration.register(terms, backfill), view -> "/pledges/" + view.id());
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(operationId = "changePledge", summary = "Change the terms; the version before stays")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = PledgeView.class)))
  public Response change(
      @PathParam("id") String id,
      @Nullable PledgeTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var view = registration.change(id, Fields.body(body), ifMatch, backfill);
    return written.changed(view);
  }
}
