package org.ecosec.investment.target;

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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

@Path("/investment/v1/targets")
@RunOnVirtualThread
@Consumes("application/json")
@Produces("application/json")
@Tag(name = "Targets")
public class TargetResource {

  private final Targets targets;
  private final TargetRegistration registration;
  private final Revisions revisions;
  private final Written written;
  private final Clock clock;

  TargetResource(
      Targets targets,
      TargetRegistration registration,
      Revisions revisions,
      Clock clock,
      Written written) {
    this.targets = targets;
    this.registration = registration;
    this.revisions = revisions;
    this.clock = clock;
    this.written = written;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(
      operationId = "listTargets",
      summary = "Targets that are not money, in the order of their ids")
  public Page<TargetView> list(
      @QueryParam("asOf") @Nullable String asOf, @BeanParam PageRequest page) {
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var instant = AsOf.parse(asOf);
    long revision = revisions.resolve(instant);
    var known =
        targets.page(revision, new Filters(), after, page.limit() + 1).stream()
            .map(target -> registration.view(target, day(instant)))
            .toList();
    return Page.of(known, page.limit(), target -> new String[] {target.id()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(operationId = "getTarget", summary = "One target")
  public TargetView one(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    var instant = AsOf.parse(asOf);
    return targets
        .at(revisions.resolve(instant), id)
        .map(target -> registration.view(target, day(instant)))
        .orElseThrow(() -> Targets.unknown(id));
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(operationId = "registerTarget", summary = "Register a target that is not money")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = TargetView.class)))
  public Response register(
      @Nullable TargetTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var terms = Fields.body(body);
    return written.created(
        key, terms, () -> registration.register(terms, backfill), view -> "/targets/" + view.id());
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(
      operationId = "changeTarget",
      summary = "Change a target, its actual figure say; the version before stays")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = TargetView.class)))
  public Response change(
      @PathParam("id") String id,
      @Nullable TargetTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var view = registration.change(id, Fields.body(body), ifMatch, backfill);
    return written.changed(view);
  }

  private LocalDate day(@Nullable Instant asOf) {
    return LocalDate.ofInstant(asOf == null ? clock.instant() : asOf, ZoneOffset.UTC);
  }
}
