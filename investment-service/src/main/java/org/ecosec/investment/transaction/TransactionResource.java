package org.ecosec.investment.transaction;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.investment.change.Filters;
import org.ecosec.investment.form.Choice;
import org.ecosec.investment.form.Fields;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

@Path("/investment/v1/transactions")
@RunOnVirtualThread
@Consumes("application/json")
@Produces("application/json")
@Tag(name = "Transactions")
public class TransactionResource {

  private final Transactions transactions;
  private final TransactionRecording recording;
  private final Revisions revisions;
  private final Idempotency idempotency;

  TransactionResource(
      Transactions transactions,
      TransactionRecording recording,
      Revisions revisions,
      Idempotency idempotency) {
    this.transactions = transactions;
    this.recording = recording;
    this.revisions = revisions;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(operationId = "listTransactions", summary = "Entries of money, reversals included")
  public Page<TransactionView> list(
      @QueryParam("projectId") @Nullable String projectId,
      @QueryParam("type") @Parameter(schema = @Schema(implementation = TransactionType.class))
          @Nullable String type,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    var filters =
        new Filters()
            .equal("projectId", projectId)
            .equal("type", Choice.of(TransactionType.class, "type", type));
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var known =
        transactions
            .page(revisions.resolve(AsOf.parse(asOf)), filters, after, page.limit() + 1)
            .stream()
            .map(TransactionView::of)
            .toList();
    return Page.of(known, page.limit(), entry -> new String[] {entry.id()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(operationId = "getTransaction", summary = "One entry of money")
  public TransactionView one(
      @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return transactions
        .at(revisions.resolve(AsOf.parse(asOf)), id)
        .map(TransactionView::of)
        .orElseThrow(() -> Transactions.unknown(id));
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(operationId = "recordTransaction", summary = "Record an entry of money")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  public Response record(
      @Nullable TransactionTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var terms = Fields.body(body);
    return idempotency.once(key, terms, () -> created(recording.record(terms, backfill)));
  }

  @POST
  @Path("{id}/reversals")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(operationId = "reverseTransaction", summary = "Take an entry back by its negative")
  @APIResponse(
      responseCode = "201",
      description = "Reversed: the negative entry",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  public Response reverse(
      @PathParam("id") String id,
      @Nullable Reversal body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var why = Fields.body(body);
    return idempotency.once(key, why, () -> created(recording.reverse(id, why, backfill)));
  }

  private static Response created(TransactionView entry) {
    return Response.created(URI.create("/investment/v1/transactions/" + entry.id()))
        .entity(entry)
        .build();
  }
}
