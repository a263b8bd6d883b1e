package org.ecosec.trade.reference;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
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
import org.ecosec.trade.reference.SectorSchemeView.SummaryView;
import org.jspecify.annotations.Nullable;

/** Schemes of sector baskets, each version of them. */
@Path("/trade/v1/sector-schemes")
@Tag(name = "Sectors", description = "Baskets of product codes, by scheme and version")
@RunOnVirtualThread
public class SectorSchemeResource {

  private final SectorSchemes schemes;
  private final SectorPublication publication;
  private final Revisions revisions;
  private final Preconditions preconditions;
  private final Idempotency idempotency;
  private final SecurityIdentity identity;

  SectorSchemeResource(
      SectorSchemes schemes,
      SectorPublication publication,
      Revisions revisions,
      Preconditions preconditions,
      Idempotency idempotency,
      SecurityIdentity identity) {
    this.schemes = schemes;
    this.publication = publication;
    this.revisions = revisions;
    this.preconditions = preconditions;
    this.idempotency = idempotency;
    this.identity = identity;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Schemes by id, without their codes")
  public Page<SummaryView> list(
      @QueryParam("asOf") @Nullable String asOf, @BeanParam PageRequest page) {
    var after = page.after(1).map(List::getFirst).orElse("");
    var found =
        schemes.at(revisions.resolve(AsOf.parse(asOf))).stream()
            .filter(view -> view.id().compareTo(after) > 0)
            .limit(page.limit() + 1L)
            .map(SummaryView::of)
            .toList();
    return Page.of(found, page.limit(), view -> new String[] {view.id()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "One scheme with its baskets")
  public SectorSchemeView one(
      @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    return known(id, revisions.resolve(AsOf.parse(asOf)));
  }

  @GET
  @Path("{id}/versions")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Every version of a scheme, the newest first")
  public Page<SummaryView> versions(
      @PathParam("id") String id,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    known(id, revision);
    var after = page.after(1).map(parts -> parts.getFirst()).orElse("");
    var found =
        schemes.versions(id, revision).stream()
            .filter(
                view -> after.isEmpty() || "%09d".formatted(view.version()).compareTo(after) < 0)
            .limit(page.limit() + 1L)
            .map(SummaryView::of)
            .toList();
    return Page.of(found, page.limit(), view -> new String[] {"%09d".formatted(view.version())});
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(summary = "Publish a scheme of your own")
  @APIResponse(responseCode = "201", description = "Published, version 1")
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String key, SectorScheme scheme) {
    return idempotency.once(
        key,
        given(scheme),
        () -> {
          var view = publication.create(scheme, identity.getPrincipal().getName());
          return Response.created(URI.create("/trade/v1/sector-schemes/" + view.id()))
              .header("ETag", preconditions.etag(view))
              .entity(view)
              .build();
        });
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(
      summary = "Publish a new version of a scheme",
      description = "The products of its baskets are watched from then on; old versions stay.")
  public Response change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      SectorScheme scheme) {
    var before = known(id, revisions.current());
    preconditions.check(ifMatch, before);
    if (!given(scheme).id().equals(id)) {
      throw Problem.unprocessable("other-id", "The id in the body is not the one in the path.")
          .at("/id", "differs");
    }
    var view = publication.change(before, scheme, identity.getPrincipal().getName());
    return Response.ok(view).header("ETag", preconditions.etag(view)).build();
  }

  private static SectorScheme given(@Nullable SectorScheme scheme) {
    if (scheme == null) {
      throw Problem.badRequest("no-body", "Send the scheme as JSON.");
    }
    return scheme;
  }

  private SectorSchemeView known(String id, long revision) {
    return schemes
        .at(id, revision)
        .orElseThrow(
            () ->
                Problem.notFound(
                    "no-such-scheme", "No scheme " + id + "; see /trade/v1/sector-schemes."));
  }
}
