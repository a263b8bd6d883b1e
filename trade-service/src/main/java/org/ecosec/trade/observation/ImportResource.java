package org.ecosec.trade.observation;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Files come in here. */
@Path("/trade/v1/imports")
@Tag(name = "Imports", description = "Trade files in, with what was taken and what was not")
@RunOnVirtualThread
public class ImportResource {

  private static final int MAX_KEY = 200;

  private final ObservationImport observationImport;
  private final MergeQueue merges;
  private final Imports imports;
  private final ImportCancellation cancellation;
  private final SecurityIdentity identity;

  ImportResource(
      ObservationImport observationImport,
      MergeQueue merges,
      Imports imports,
      ImportCancellation cancellation,
      SecurityIdentity identity) {
    this.observationImport = observationImport;
    this.merges = merges;
    this.imports = imports;
    this.cancellation = cancellation;
    this.identity = identity;
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Consumes({"text/csv", "application/gzip", "application/octet-stream"})
  @Operation(
      summary = "Import a trade file (CSV, plain or gzip)",
      description =
          "Answers 202 once the body is stored whole; its rows become visible all at once. The first"
              + " load of a source is a silent baseline unless baseline=false says otherwise;"
              + " backfill=true never notifies anybody.")
  @APIResponse(responseCode = "202", description = "Stored; follow Location to see it merged")
  public Response create(
      @BeanParam ImportParameters parameters,
      @HeaderParam("Idempotency-Key")
          @Parameter(description = "The same key and file: the first import again")
          @Nullable String key,
      InputStream body) {
    var id = observationImport.stage(parameters.request(repeat(key)), body);
    merges.add(id);
    return Response.accepted(view(id)).location(URI.create("/trade/v1/imports/" + id)).build();
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(
      summary = "Imports, the newest first",
      description = "status=RUNNING also shows those whose body is still coming in.")
  public Page<ImportView> list(
      @QueryParam("status")
          @Parameter(description = "RUNNING, COMPLETED, FAILED or CANCELLED", example = "RUNNING")
          @Nullable String status,
      @BeanParam PageRequest page) {
    var after = page.after(2);
    var found =
        imports.newest(
            status(status),
            after.map(key -> instant(key.getFirst())).orElse(null),
            after.map(key -> key.getLast()).orElse(""),
            page.limit() + 1);
    return Page.of(
        found,
        page.limit(),
        item -> new String[] {item.receivedAt().toString(), item.id().toString()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "One import: its state and counts")
  public ImportView one(@PathParam("id") String id) {
    return view(uuid(id));
  }

  @GET
  @Path("{id}/rejects")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(
      summary = "Rows that were not taken, by line: column, code and reason; the first 10,000")
  public Page<Imports.RejectView> rejects(@PathParam("id") String id, @BeanParam PageRequest page) {
    var uuid = view(uuid(id)).id();
    var after = page.after(2);
    var found =
        imports.rejects(
            uuid,
            after.map(key -> line(key.getFirst())).orElse(0L),
            after.map(key -> key.getLast()).orElse(""),
            page.limit() + 1);
    return Page.of(
        found, page.limit(), item -> new String[] {Long.toString(item.line()), item.column()});
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Operation(
      summary = "Cancel an import that is not yet visible",
      description =
          "Nothing of it is kept. One that is being merged stops within about a second; one that has"
              + " ended is refused with 409: correct it with another import.")
  public ImportView cancel(@PathParam("id") String id) {
    var view = view(uuid(id));
    cancellation.cancel(view);
    return view(view.id());
  }

  private static ImportView.@Nullable Status status(@Nullable String text) {
    try {
      return text == null ? null : ImportView.Status.valueOf(text);
    } catch (IllegalArgumentException unknown) {
      throw Problem.badRequest("bad-status", "status is RUNNING, COMPLETED, FAILED or CANCELLED.")
          .at("query:status", "is not a status");
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException notOurs) {
      throw badCursor();
    }
  }

  private static long line(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notOurs) {
      throw badCursor();
    }
  }

  private static Problem badCursor() {
    return Problem.badRequest(
            "bad-cursor", "Take the cursor from the next field of a page, unchanged.")
        .at("query:cursor", "is not a cursor of this list");
  }

  private ImportRequest.@Nullable Repeat repeat(@Nullable String key) {
    if (key == null) {
      return null;
    }
    if (key.isBlank() || key.length() > MAX_KEY) {
      throw Problem.badRequest("bad-idempotency-key", "Idempotency-Key takes 1 to 200 characters.");
    }
    return new ImportRequest.Repeat(identity.getPrincipal().getName(), key);
  }

  private ImportView view(UUID id) {
    return imports.find(id).orElseThrow(() -> unknown(id.toString()));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw unknown(id);
    }
  }

  private static Problem unknown(String id) {
    return Problem.notFound(
        "no-such-import", "There is no import " + id + "; see /trade/v1/imports.");
  }
}
