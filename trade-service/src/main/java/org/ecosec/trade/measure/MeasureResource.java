package org.ecosec.trade.measure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.http.Preconditions;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** The register of trade measures, and whom each exposes. */
@Path("/trade/v1/measures")
@Tag(name = "Measures", description = "Export controls and other acts of trade policy")
@RunOnVirtualThread
public class MeasureResource {

  private final Measures measures;
  private final Exposures exposures;
  private final MeasureRegister register;
  private final Revisions revisions;
  private final Preconditions preconditions;
  private final Idempotency idempotency;

  MeasureResource(
      Measures measures,
      Exposures exposures,
      MeasureRegister register,
      Revisions revisions,
      Preconditions preconditions,
      Idempotency idempotency) {
    this.measures = measures;
    this.exposures = exposures;
    this.register = register;
    this.revisions = revisions;
    this.preconditions = preconditions;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Measures by id")
  public Page<Measure> list(
      @QueryParam("imposer") @Nullable String imposer,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    var after = page.after(1).map(List::getFirst).orElse("");
    var found = measures.find(imposer, kind, revision, after, page.limit() + 1);
    return Page.of(found, page.limit(), measure -> new String[] {measure.id()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "One measure")
  public Measure one(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return known(id, revisions.resolve(AsOf.parse(asOf)));
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(
      summary = "Register a measure",
      description =
          "Computes the exposures of the watched importers; backfill=true notifies nobody.")
  @APIResponse(responseCode = "201", description = "Registered")
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @QueryParam("backfill") @DefaultValue("false") boolean backfill,
      Measure measure) {
    return idempotency.once(
        key,
        measure,
        () -> {
          register.register(measure, backfill);
          return Response.created(URI.create("/trade/v1/measures/" + measure.id()))
              .header("ETag", preconditions.etag(measure))
              .entity(measure)
              .build();
        });
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(summary = "Change a measure: correct it, confirm it, or say when it was lifted")
  public Response change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("backfill") @DefaultValue("false") boolean backfill,
      Measure measure) {
    var before = known(id, revisions.current());
    preconditions.check(ifMatch, before);
    if (!measure.id().equals(id)) {
      throw Problem.unprocessable("other-id", "The id in the body is not the one in the path.")
          .at("/id", "differs");
    }
    register.change(before, measure, backfill);
    return Response.ok(measure).header("ETag", preconditions.etag(measure)).build();
  }

  @GET
  @Path("{id}/exposures")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "What each watched importer gets under the measure")
  public Page<Exposure> exposures(
      @PathParam("id") String id,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    known(id, revision);
    var after = page.after(1).map(List::getFirst).orElse("");
    var found = exposures.find(id, revision, after, page.limit() + 1);
    return Page.of(found, page.limit(), exposure -> new String[] {exposure.importer()});
  }

  private Measure known(String id, long revision) {
    return measures
        .find(id, revision)
        .orElseThrow(
            () ->
                Problem.notFound(
                    "no-such-measure", "No measure " + id + "; see /trade/v1/measures."));
  }
}
