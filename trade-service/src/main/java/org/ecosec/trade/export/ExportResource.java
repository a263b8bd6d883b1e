package org.ecosec.trade.export;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Orders whole lists as files of gzipped CSV. */
@Path("/trade/v1/exports")
@Tag(name = "Exports", description = "Whole lists as files, beyond the limit of a page")
@RunOnVirtualThread
public class ExportResource {

  private final Exports exports;
  private final ExportQueue queue;
  private final Lists lists;
  private final ExportConfig config;
  private final Idempotency idempotency;
  private final SecurityIdentity identity;

  ExportResource(
      Exports exports,
      ExportQueue queue,
      Lists lists,
      ExportConfig config,
      Idempotency idempotency,
      SecurityIdentity identity) {
    this.exports = exports;
    this.queue = queue;
    this.lists = lists;
    this.config = config;
    this.idempotency = idempotency;
    this.identity = identity;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "Order a list as a file",
      description =
          "The file holds what was known when it was ordered, public records only. It is kept for a"
              + " day (ecosec.exports.retention).")
  @APIResponse(responseCode = "202", description = "Accepted; Location has its state")
  public Response order(@HeaderParam("Idempotency-Key") @Nullable String key, ExportDraft draft)
      throws ReflectiveOperationException {
    check(draft);
    var answer = idempotency.once(key, draft, () -> accept(draft));
    var location = answer.getHeaderString("Location");
    queue.add(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
    return answer;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Exports, the newest first")
  public Page<ExportView> list(@BeanParam PageRequest page) {
    var after = page.after(2);
    var found =
        exports.newest(
            after.map(place -> Instant.parse(place.getFirst())).orElse(null),
            after.map(place -> place.getLast()).orElse(""),
            page.limit() + 1);
    return Page.of(
        found,
        page.limit(),
        item -> new String[] {item.createdAt().toString(), item.id().toString()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "One export: its state")
  public ExportView one(@PathParam("id") String id) {
    return known(id);
  }

  @GET
  @Path("{id}/file")
  @RolesAllowed(Roles.READER)
  @Produces("application/gzip")
  @Operation(summary = "The file of a completed export, until it expires")
  public Response file(@PathParam("id") String id) {
    var export = known(id);
    return switch (export.status()) {
      case COMPLETED -> {
        StreamingOutput file = output -> copy(export.id(), output);
        yield Response.ok(file)
            .header("Content-Disposition", "attachment; filename=\"" + export.id() + ".csv.gz\"")
            .build();
      }
      case EXPIRED -> throw new Problem(410, "export-expired", "The file is gone; order it again.");
      case FAILED -> throw Problem.notFound("export-failed", "The export failed; see its state.");
      case QUEUED, RUNNING ->
          throw Problem.conflict("export-running", "The file is not ready; ask for its state.");
    };
  }

  // A list that refuses the query refuses it now, not in a file that never comes.
  private void check(ExportDraft draft) throws ReflectiveOperationException {
    var found =
        lists
            .find(draft.list())
            .orElseThrow(
                () ->
                    Problem.unprocessable("no-such-list", "No list has this path; see the OpenAPI.")
                        .at("/list", "is not a list"));
    var names = found.list().parameters();
    for (String name : draft.query().keySet()) {
      if (!names.contains(name) || name.equals("limit") || name.equals("cursor")) {
        throw Problem.unprocessable("no-such-parameter", "The list has no such parameter.")
            .at("/query/" + name, "is not a parameter of the list");
      }
    }
    var first = new HashMap<>(draft.query());
    first.put("limit", "1");
    found.list().page(found.path(), first);
  }

  private Response accept(ExportDraft draft) {
    if (exports.open() >= config.maxOpen()) {
      throw new Problem(
          429, "too-many-exports", "Wait for an export to end: " + config.maxOpen() + " are open.");
    }
    var id = UUID.randomUUID();
    var now = exports.now();
    var query = new HashMap<>(draft.query());
    if (lists.find(draft.list()).orElseThrow().list().parameters().contains("asOf")) {
      query.putIfAbsent("asOf", now.toString());
    }
    exports.add(
        id,
        new ExportDraft(draft.list(), query),
        identity.getPrincipal().getName(),
        now,
        now.plus(config.retention()));
    return Response.accepted(exports.find(id).orElseThrow())
        .location(URI.create("/trade/v1/exports/" + id))
        .build();
  }

  private void copy(UUID id, OutputStream output) throws IOException {
    for (int ordinal = 0; ; ordinal++) {
      var chunk = exports.chunk(id, ordinal);
      if (chunk.isEmpty()) {
        return;
      }
      output.write(chunk.get());
    }
  }

  private ExportView known(String id) {
    try {
      var found = exports.find(UUID.fromString(id));
      if (found.isPresent()) {
        return found.get();
      }
    } catch (IllegalArgumentException notAnId) {
      // Refused below, as an id that nothing has is.
    }
    throw Problem.notFound(
        "no-such-export", "There is no export " + id + "; see /trade/v1/exports.");
  }
}
