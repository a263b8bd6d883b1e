package org.ecosec.trade.sdmx;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.ecosec.trade.sdmx.Component.Dimension;

/** Availability queries of SDMX REST 2.2: what a data query would find. */
@Path("/trade/sdmx/v2/availability/{context}/{agencyID}/{resourceID}")
@Tag(name = "SDMX")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class AvailabilityResource {

  private final DataQueries queries;
  private final Availability availability;
  private final StructureAnswer answer;
  private final HttpHeaders headers;
  private final UriInfo uri;

  AvailabilityResource(
      DataQueries queries,
      Availability availability,
      StructureAnswer answer,
      HttpHeaders headers,
      UriInfo uri) {
    this.queries = queries;
    this.availability = availability;
    this.answer = answer;
    this.headers = headers;
    this.uri = uri;
  }

  @GET
  @Operation(summary = "The codes that occur", operationId = "sdmxAvailability")
  @APIResponse(responseCode = "200", description = "An availability constraint")
  public Response all(
      @PathParam("context") String context,
      @PathParam("agencyID") String agency,
      @PathParam("resourceID") String resource,
      @QueryParam("mode") @DefaultValue("exact") String mode,
      @QueryParam("references") @DefaultValue("none") String references,
      @BeanParam DataParameters asked) {
    return answer(new Asked(context, agency, resource, "*", "*", "*", mode, references), asked);
  }

  @GET
  @Path("{version}")
  @Operation(
      summary = "The codes that occur in a version",
      operationId = "sdmxAvailabilityOfVersion")
  @APIResponse(responseCode = "200", description = "An availability constraint")
  public Response ofVersion(
      @PathParam("context") String context,
      @PathParam("agencyID") String agency,
      @PathParam("resourceID") String resource,
      @PathParam("version") String version,
      @QueryParam("mode") @DefaultValue("exact") String mode,
      @QueryParam("references") @DefaultValue("none") String references,
      @BeanParam DataParameters asked) {
    return answer(new Asked(context, agency, resource, version, "*", "*", mode, references), asked);
  }

  @GET
  @Path("{version}/{key}")
  @Operation(summary = "The codes that occur under keys", operationId = "sdmxAvailabilityOfKey")
  @APIResponse(responseCode = "200", description = "An availability constraint")
  public Response ofKey(
      @PathParam("context") String context,
      @PathParam("agencyID") String agency,
      @PathParam("resourceID") String resource,
      @PathParam("version") String version,
      @PathParam("key") String key,
      @QueryParam("mode") @DefaultValue("exact") String mode,
      @QueryParam("references") @DefaultValue("none") String references,
      @BeanParam DataParameters asked) {
    return answer(new Asked(context, agency, resource, version, key, "*", mode, references), asked);
  }

  @GET
  @Path("{version}/{key}/{componentID}")
  @Operation(
      summary = "The codes of some dimensions that occur under keys",
      operationId = "sdmxAvailabilityOfComponent")
  @APIResponse(responseCode = "200", description = "An availability constraint")
  public Response ofComponent(
      @PathParam("context") String context,
      @PathParam("agencyID") String agency,
      @PathParam("resourceID") String resource,
      @PathParam("version") String version,
      @PathParam("key") String key,
      @PathParam("componentID") String component,
      @QueryParam("mode") @DefaultValue("exact") String mode,
      @QueryParam("references") @DefaultValue("none") String references,
      @BeanParam DataParameters asked) {
    return answer(
        new Asked(context, agency, resource, version, key, component, mode, references), asked);
  }

  private record Asked(
      String context,
      String agency,
      String resource,
      String version,
      String key,
      String component,
      String mode,
      String references) {}

  private Response answer(Asked path, DataParameters asked) {
    var chosen = Format.choose(Format.STRUCTURE, headers.getAcceptableMediaTypes(), asked.format);
    Artefact.checkDataflow(path.context(), path.agency(), path.resource(), path.version());
    if (!path.mode().equals("exact") && !path.mode().equals("available")) {
      throw Problem.badRequest("bad-mode", "mode takes exact or available.")
          .at("query:mode", "is neither");
    }
    var wanted =
        Arrays.stream(Dimension.values())
            .filter(dimension -> Artefact.names(path.component(), dimension.name()))
            .toList();
    if (wanted.isEmpty()) {
      throw Problem.notFound(
          "no-such-dimension", "No dimension is called " + path.component() + ".");
    }
    var query = queries.parse(path.key(), asked, uri.getQueryParameters());
    var available = availability.of(query, path.mode().equals("exact"));
    if (available.series() == 0) {
      return Response.noContent().build();
    }
    return answer.to(available, wanted, path.references(), chosen.format());
  }
}
