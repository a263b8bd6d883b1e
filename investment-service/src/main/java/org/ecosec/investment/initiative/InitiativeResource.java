package org.ecosec.investment.initiative;

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
import java.util.List;
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

@Path("/investment/v1/initiatives")
@RunOnVirtualThread
@Consumes("application/json")
@Produces("application/json")
@Tag(name = "Initiatives")
public class InitiativeResource {

  private final Initiatives initiatives;
  private final InitiativeRegistration registration;
  private final Revisions revisions;
  private final Written written;

  InitiativeResource(
      Initiatives initiatives,
      InitiativeRegistration registration,
      Revisions revisions,
      Written written) {
    this.initiatives = initiatives;
    this.registration = registration;
    this.revisions = revisions;
    this.written = written;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(operationId = "listInitiatives", summary = "Initiatives in the order of their ids")
  public Page<InitiativeView> list(
      @QueryParam("status") @Parameter(schema = @Schema(implementation = InitiativeStatus.class))
          @Nullable String status,
      @QueryParam("sector") @Nullable String sector,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var known =
        initiatives.views(
            revisions.resolve(AsOf.parse(asOf)),
            new Filters()
                .equal("status", Choice.of(InitiativeStatus.class, "status", status))
                .equal("sector", sector),
            after,
            page.limit() + 1);
    return Page.of(known, page.limit(), initiative -> new String[] {initiative.id()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(operationId = "getInitiative", summary = "One initiative")
  public InitiativeView one(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return initiatives.view(id, revisions.resolve(AsOf.parse(asOf)));
  }

  @GET
  @Path("counts")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(
      operationId = "countInitiatives",
      summary = "How many initiatives and items have each status; unpublished ones are counted too")
  public List<StatusCount> counts(@QueryParam("asOf") @Nullable String asOf) {
    return initiatives.counts(revisions.resolve(AsOf.parse(asOf)));
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(
      operationId = "registerInitiative",
      summary = "Register an initiative with its wordings")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = InitiativeView.class)))
  public Response register(
      @Nullable InitiativeTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var terms = Fields.body(body);
    return written.created(
        key,
        terms,
        () -> registration.register(terms, backfill),
        view -> "/initiatives/" + view.id());
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(
      operationId = "changeInitiative",
      summary = "Change what is said; the version before stays")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = InitiativeView.class)))
  public Response change(
      @PathParam("id") String id,
      @Nullable InitiativeTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var view = registration.change(id, Fields.body(body), ifMatch, backfill);
    return written.changed(view);
  }
}
