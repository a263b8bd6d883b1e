package org.ecosec.investment.imports;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Files come in here. */
@Path("/investment/v1/imports")
@Tag(name = "Imports", description = "Files in, with what was taken and what was not")
@RunOnVirtualThread
public class ImportResource {

  private final FileImport fileImport;
  private final MergeQueue merges;
  private final Imports imports;
  private final SecurityIdentity identity;
  private final Clock clock;

  ImportResource(
      FileImport fileImport,
      MergeQueue merges,
      Imports imports,
      SecurityIdentity identity,
      Clock clock) {
    this.fileImport = fileImport;
    this.merges = merges;
    this.imports = imports;
    this.identity = identity;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Consumes({
    "application/xml",
    "text/xml",
    "text/csv",
    "application/gzip",
    "application/octet-stream"
  })
  @Produces("application/json")
  @Operation(
      operationId = "importFile",
      summary = "Import IATI 2.03 activities, rows as CSV, or a publisher's list, plain or gzip",
      description =
          "Answers 202 once the file is stored whole; what it states becomes known all at once. An"
              + " activity or a row with anything wrong in it is left out whole and told in rejects;"
              + " a file that is no such file is refused. backfill=true never notifies anybody.")
  @APIResponse(
      responseCode = "202",
      description = "Stored; follow Location to see it merged",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  public Response create(
      @QueryParam("format") @Parameter(description = "iati, csv or mapped", example = "iati")
          @Nullable String format,
      @BeanParam ImportParameters parameters,
      @HeaderParam("Idempotency-Key")
          @Parameter(description = "The same key and file: the first import again")
          @Nullable String key,
      InputStream body) {
    var id = fileImport.stage(parameters.request(format, sender(key), LocalDate.now(clock)), body);
    merges.add(id);
    return Response.accepted(view(id)).location(URI.create("/investment/v1/imports/" + id)).build();
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(operationId = "listImports", summary = "Imports, the newest first")
  public Page<ImportView> list(@BeanParam PageRequest page) {
    var after = page.after(2);
    var found =
        imports.newest(
            after.map(key -> Instant.parse(key.getFirst())).orElse(null),
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
  @Produces("application/json")
  @Operation(operationId = "getImport", summary = "One import: its state and counts")
  public ImportView one(@PathParam("id") String id) {
    return view(uuid(id));
  }

  @GET
  @Path("{id}/rejects")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(
      operationId = "listImportRejects",
      summary = "What was not taken, with line and path, code and reason; the first 10,000")
  public Page<RejectView> rejects(@PathParam("id") String id, @BeanParam PageRequest page) {
    var known = view(uuid(id)).id();
    long after = page.after(1).map(key -> number(key.getFirst())).orElse(0L);
    return Page.of(
        imports.rejects(known, after, page.limit() + 1),
        page.limit(),
        item -> new String[] {Long.toString(item.position())});
  }

  @GET
  @Path("{id}/changes")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(
      operationId = "listVintageChanges",
      summary = "Which projects changed status or closing date since an earlier import",
      description = "Compares what two files said, as they said it, whatever was known besides.")
  public Page<VintageChange> changes(
      @PathParam("id") String id,
      @QueryParam("since") @DefaultValue("") @Parameter(description = "The earlier import's id")
          String since,
      @BeanParam PageRequest page) {
    var until = completed(view(uuid(id)));
    var from = completed(view(uuid(since)));
    var after = page.after(2).orElse(List.of("", ""));
    return Page.of(
        imports.changes(from, until, after, page.limit() + 1),
        page.limit(),
        item -> new String[] {item.projectId(), item.change().name()});
  }

  private static UUID completed(ImportView view) {
    if (view.status() != ImportView.Status.COMPLETED) {
      throw Problem.conflict(
          "import-not-completed", "Import " + view.id() + " is " + view.status() + ".");
    }
    return view.id();
  }

  private ImportRequest.Sender sender(@Nullable String key) {
    return new ImportRequest.Sender(identity.getPrincipal().getName(), key);
  }

  private ImportView view(UUID id) {
    return imports.find(id).orElseThrow(() -> unknown(id.toString()));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw Problem.badRequest("bad-cursor", "Take the cursor from the next field of a page.");
    }
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
        "no-such-import",
        "There is no import " + id + " that you may see; see /investment/v1/imports.");
  }
}
