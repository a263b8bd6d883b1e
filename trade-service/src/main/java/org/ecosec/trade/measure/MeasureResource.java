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
import java.time.DateTimeException;
import java.time.LocalDate;
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
  private final MeasureEffects effects;
  private final MeasureRegister register;
  private final Revisions revisions;
  private final Preconditions preconditions;
  private final Idempotency idempotency;

  MeasureResource(
      Measures measures,
      Exposures exposures,
      MeasureEffects effects,
      MeasureRegister register,
      Revisions revisions,
      Preconditions preconditions,
      Idempotency idempotency) {
    this.measures = measures;
    this.exposures = exposures;
    this.effects = effects;
    this.register = register;
    this.revisions = revisions;
    this.preconditions = preconditions;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Measures by id")
  public Page<Measure> list(@BeanParam MeasureFilter filter, @BeanParam PageRequest page) {
    long revision = revisions.resolve(AsOf.parse(filter.asOf));
    var after = page.after(1).map(List::getFirst).orElse("");
    var found = measures.find(filter, day(filter.inForceOn), revision, after, page.limit() + 1);
    return Page.of(found, page.limit(), measure -> new String[] {measure.id()});
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException wrong) {
      throw Problem.badRequest("bad-day", "inForceOn takes a day such as 2024-12-10.")
          .at("query:inForceOn", "is not a day");
    }
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
  @Operation(summary = "What each watched economy buys or sells under the measure")
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

  @GET
  @Path("{id}/history")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "Every wording that the register has had of the measure")
  public Page<MeasureVersion> history(
      @PathParam("id") String id,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    known(id, revision);
    long after = page.after(1).map(List::getFirst).map(MeasureResource::revision).orElse(0L);
    var found =
        measures.history(id, revision).stream()
            .filter(version -> version.fromRevision() > after)
            .toList();
    return Page.of(
        found, page.limit(), version -> new String[] {String.valueOf(version.fromRevision())});
  }

  private static long revision(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw Problem.badRequest("bad-cursor", "Take the cursor from the next field of a page.")
          .at("query:cursor", "is not a cursor of this list");
    }
    return Long.parseLong(text);
  }

  @GET
  @Path("{id}/effects")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Did it bite: the months under the measure beside those of the year before")
  public Page<Effect> effects(
      @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    return new Page<>(effects.of(known(id, revision), revision), null);
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
