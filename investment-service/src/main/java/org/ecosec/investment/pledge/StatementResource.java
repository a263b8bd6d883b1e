package org.ecosec.investment.pledge;

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

@Path("/investment/v1/pledges/{id}/statements")
@RunOnVirtualThread
@Consumes("application/json")
@Produces("application/json")
@Tag(name = "Pledges")
public class StatementResource {

  private final Pledges pledges;
  private final Statements statements;
  private final PledgeRegistration registration;
  private final Revisions revisions;
  private final Idempotency idempotency;

  StatementResource(
      Pledges pledges,
      Statements statements,
      PledgeRegistration registration,
      Revisions revisions,
      Idempotency idempotency) {
    this.pledges = pledges;
    this.statements = statements;
    this.registration = registration;
    this.revisions = revisions;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(operationId = "listStatements", summary = "The published wordings of a pledge")
  public Page<StatementView> list(
      @PathParam("id") String id,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    var pledge = pledges.view(id, revision);
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var filters = new Filters().equal("pledgeId", pledge.id());
    var said =
        statements.page(revision, filters, after, page.limit() + 1).stream()
            .map(StatementView::of)
            .toList();
    return Page.of(said, page.limit(), statement -> new String[] {statement.id()});
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(operationId = "addStatement", summary = "Add a published wording")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = StatementView.class)))
  public Response add(
      @PathParam("id") String id,
      @Nullable Statement body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var statement = Fields.body(body);
    var wrong = new Fields("bad-statement", "The statement is not complete; see errors.");
    statement.check(wrong, "");
    wrong.refuse();
    return idempotency.once(
        key,
        statement,
        () -> {
          var view = registration.state(id, statement, backfill);
          var list = URI.create("/investment/v1/pledges/" + id + "/statements");
          return Response.created(list).entity(view).build();
        });
  }
}
