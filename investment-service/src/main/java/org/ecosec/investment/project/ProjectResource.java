package org.ecosec.investment.project;

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

@Path("/investment/v1/projects")
@RunOnVirtualThread
@Consumes("application/json")
@Produces("application/json")
@Tag(name = "Projects")
public class ProjectResource {

  private static final String LINKED =
      "rowId in (select p.rowId from Project p join p.products x where x.code = :product)";

  private final Projects projects;
  private final ProjectRegistration registration;
  private final Revisions revisions;
  private final Written written;

  ProjectResource(
      Projects projects, ProjectRegistration registration, Revisions revisions, Written written) {
    this.projects = projects;
    this.registration = registration;
    this.revisions = revisions;
    this.written = written;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(
      operationId = "listProjects",
      summary = "Projects in the order of their ids, by sector, status or linked product code")
  public Page<ProjectView> list(
      @QueryParam("sector") @Nullable String sector,
      @QueryParam("status") @Parameter(schema = @Schema(implementation = ProjectStatus.class))
          @Nullable String status,
      @QueryParam("product") @Nullable String product,
      @QueryParam("parentId") @Nullable String parentId,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var known =
        projects.views(
            revisions.resolve(AsOf.parse(asOf)),
            new Filters()
                .equal("sector", sector)
                .equal("parentId", parentId)
                .equal("status", Choice.of(ProjectStatus.class, "status", status))
                .where(LINKED, "product", product),
            after,
            page.limit() + 1);
    return Page.of(known, page.limit(), project -> new String[] {project.id()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(operationId = "getProject", summary = "One project")
  public ProjectView one(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return projects.view(id, revisions.resolve(AsOf.parse(asOf)));
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(operationId = "registerProject", summary = "Register a project with its products")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = ProjectView.class)))
  public Response register(
      @Nullable ProjectTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var terms = Fields.body(body);
    return written.created(
        key, terms, () -> registration.register(terms, backfill), view -> "/projects/" + view.id());
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(
      operationId = "changeProject",
      summary = "Change what is said; the version before stays")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = ProjectView.class)))
  public Response change(
      @PathParam("id") String id,
      @Nullable ProjectTerms body,
      @QueryParam("backfill") boolean backfill,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var view = registration.change(id, Fields.body(body), ifMatch, backfill);
    return written.changed(view);
  }
}
