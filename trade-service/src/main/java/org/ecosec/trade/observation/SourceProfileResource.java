package org.ecosec.trade.observation;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.http.Preconditions;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** How publishers' files are read: named, versioned, made once and used by every import. */
@Path("/trade/v1/source-profiles")
@Tag(name = "Imports")
@RunOnVirtualThread
public class SourceProfileResource {

  private final SourceProfiles profiles;
  private final ProfileLists lists;
  private final Preconditions preconditions;
  private final SecurityIdentity identity;

  SourceProfileResource(
      SourceProfiles profiles,
      ProfileLists lists,
      Preconditions preconditions,
      SecurityIdentity identity) {
    this.profiles = profiles;
    this.lists = lists;
    this.preconditions = preconditions;
    this.identity = identity;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Source profiles, the newest version of each, by name")
  public Page<SourceProfileView> list(@BeanParam PageRequest page) {
    var after = page.after(1).map(List::getFirst).orElse("");
    return Page.of(
        profiles.after(after, page.limit() + 1),
        page.limit(),
        view -> new String[] {view.profile().name()});
  }

  @GET
  @Path("{name}")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "One source profile: its newest version, or the one asked for")
  public SourceProfileView one(
      @PathParam("name") String name,
      @QueryParam("version") @Parameter(description = "A version, from 1")
          @Nullable String version) {
    var found = version == null ? profiles.find(name) : profiles.find(name, number(version));
    return found.orElseThrow(() -> unknown());
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed(Roles.STEWARD)
  @Operation(summary = "Make a source profile")
  public Response create(SourceProfile profile) {
    lists.check(profile);
    var view = profiles.add(profile, 0, identity.getPrincipal().getName());
    return Response.created(URI.create("/trade/v1/source-profiles/" + profile.name()))
        .entity(view)
        .header("ETag", preconditions.etag(view))
        .build();
  }

  @PUT
  @Path("{name}")
  @Consumes("application/json")
  @RolesAllowed(Roles.STEWARD)
  @Operation(summary = "Add a version of a source profile; imports use the newest")
  public Response change(
      @PathParam("name") String name,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      SourceProfile profile) {
    var known = profiles.find(name).orElseThrow(() -> unknown());
    preconditions.check(ifMatch, known);
    if (!profile.name().equals(name)) {
      throw ProfileRules.wrong("name", "is that of the address, " + name);
    }
    lists.check(profile);
    var view = profiles.add(profile, known.version(), identity.getPrincipal().getName());
    return Response.ok(view).header("ETag", preconditions.etag(view)).build();
  }

  private static int number(String version) {
    if (!version.matches("[1-9]\\d{0,8}")) {
      throw Problem.badRequest("bad-version", "version is a whole number from 1.")
          .at("query:version", "is not a version");
    }
    return Integer.parseInt(version);
  }

  private static Problem unknown() {
    return Problem.notFound(
        "no-such-profile", "There is no such source profile; see /trade/v1/source-profiles.");
  }
}
