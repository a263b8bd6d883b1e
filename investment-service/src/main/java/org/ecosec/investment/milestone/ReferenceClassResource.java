package org.ecosec.investment.milestone;

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

@Path("/investment/v1/reference-classes")
@RunOnVirtualThread
@Consumes("application/json")
@Produces("application/json")
@Tag(name = "Milestones")
public class ReferenceClassResource {

  private final ReferenceClasses classes;
  private final ReferenceClassRegistration registration;
  private final Revisions revisions;
  private final Written written;

  ReferenceClassResource(
      ReferenceClasses classes,
      ReferenceClassRegistration registration,
      Revisions revisions,
      Written written) {
    this.classes = classes;
    this.registration = registration;
    this.revisions = revisions;
    this.written = written;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(
      operationId = "listReferenceClasses",
      summary = "Published durations of comparable works")
  public Page<ReferenceClassView> list(
      @QueryParam("asOf") @Nullable String asOf, @BeanParam PageRequest page) {
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var known =
        classes
            .page(revisions.resolve(AsOf.parse(asOf)), new Filters(), after, page.limit() + 1)
            .stream()
            .map(ReferenceClassView::of)
            .toList();
    return Page.of(known, page.limit(), entry -> new String[] {entry.id()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(operationId = "getReferenceClass", summary = "One class of works")
  public ReferenceClassView one(
      @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return classes
        .at(revisions.resolve(AsOf.parse(asOf)), id)
        .map(ReferenceClassView::of)
        .orElseThrow(() -> ReferenceClasses.unknown(id));
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(operationId = "registerReferenceClass", summary = "Register a class of works")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = ReferenceClassView.class)))
  public Response register(
      @Nullable ReferenceClassTerms body, @HeaderParam("Idempotency-Key") @Nullable String key) {
    var terms = Fields.body(body);
    return written.created(
        key, terms, () -> registration.register(terms), view -> "/reference-classes/" + view.id());
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(operationId = "changeReferenceClass", summary = "Correct a class of works")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = ReferenceClassView.class)))
  public Response change(
      @PathParam("id") String id,
      @Nullable ReferenceClassTerms body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var view = registration.change(id, Fields.body(body), ifMatch);
    return written.changed(view);
  }
}
