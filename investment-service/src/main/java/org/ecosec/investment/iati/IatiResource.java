package org.ecosec.investment.iati;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

@Path("/investment/v1/iati")
@RunOnVirtualThread
@Tag(name = "IATI", description = "Activities of the International Aid Transparency Initiative")
public class IatiResource {

  private final ActivityExport export;
  private final Revisions revisions;

  IatiResource(ActivityExport export, Revisions revisions) {
    this.export = export;
    this.revisions = revisions;
  }

  @GET
  @Path("activities.xml")
  @RolesAllowed(Roles.READER)
  @Produces("application/xml")
  @Operation(
      operationId = "exportActivities",
      summary = "All projects that you may see as IATI 2.03 activities, streamed",
      description =
          "Valid against the schema of IATI 2.03; imported again it changes nothing. A project of"
              + " which IATI demands more than any source says is left out: see /iati/omissions."
              + " Entries that were taken back are left out with their reversal.")
  @APIResponse(
      responseCode = "200",
      description = "An iati-activities document",
      content = @Content(schema = @Schema(type = SchemaType.STRING)))
  public Response activities(@QueryParam("asOf") @Nullable String asOf) {
    var instant = AsOf.parse(asOf);
    long revision = revisions.resolve(instant);
    StreamingOutput body =
        stream -> export.write(revision, instant == null ? null : instant.toString(), stream);
    return Response.ok(body)
        .header("Vary", "Accept-Encoding, Authorization")
        .header("Content-Disposition", "attachment; filename=\"activities.xml\"")
        .build();
  }

  @GET
  @Path("omissions")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(
      operationId = "listOmissions",
      summary = "Projects that the IATI export leaves out, and what they lack")
  public Page<OmissionView> omissions(
      @QueryParam("asOf") @Nullable String asOf, @BeanParam PageRequest page) {
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    long revision = revisions.resolve(AsOf.parse(asOf));
    return Page.of(
        export.omitted(revision, after, page.limit() + 1),
        page.limit(),
        omission -> new String[] {omission.projectId()});
  }
}
