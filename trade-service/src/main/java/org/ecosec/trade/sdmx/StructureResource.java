package org.ecosec.trade.sdmx;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Structure queries of SDMX REST 2.2: dataflow, datastructure, codelist, conceptscheme. */
@Path("/trade/sdmx/v2/structure/{artefactType}")
@Tag(name = "SDMX")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class StructureResource {

  private final Structures structures;
  private final StructureAnswer answer;
  private final HttpHeaders headers;

  StructureResource(Structures structures, StructureAnswer answer, HttpHeaders headers) {
    this.structures = structures;
    this.answer = answer;
    this.headers = headers;
  }

  @GET
  @Operation(summary = "Artefacts of a type", operationId = "sdmxStructures")
  @APIResponse(responseCode = "200", description = "SDMX-JSON 2.0 or SDMX-ML 2.1")
  public Response ofType(
      @PathParam("artefactType") String type,
      @QueryParam("detail") @DefaultValue("full") String detail,
      @QueryParam("references") @DefaultValue("none") String references,
      @QueryParam("format") @Nullable String format) {
    return answer(new Asked(type, "*", "*", "~", "*", detail, references), format);
  }

  @GET
  @Path("{agencyID}")
  @Operation(summary = "Artefacts of an agency", operationId = "sdmxStructuresOfAgency")
  @APIResponse(responseCode = "200", description = "SDMX-JSON 2.0 or SDMX-ML 2.1")
  public Response ofAgency(
      @PathParam("artefactType") String type,
      @PathParam("agencyID") String agency,
      @QueryParam("detail") @DefaultValue("full") String detail,
      @QueryParam("references") @DefaultValue("none") String references,
      @QueryParam("format") @Nullable String format) {
    return answer(new Asked(type, agency, "*", "~", "*", detail, references), format);
  }

  @GET
  @Path("{agencyID}/{resourceID}")
  @Operation(summary = "An artefact", operationId = "sdmxStructure")
  @APIResponse(responseCode = "200", description = "SDMX-JSON 2.0 or SDMX-ML 2.1")
  public Response newest(
      @PathParam("artefactType") String type,
      @PathParam("agencyID") String agency,
      @PathParam("resourceID") String resource,
      @QueryParam("detail") @DefaultValue("full") String detail,
      @QueryParam("references") @DefaultValue("none") String references,
      @QueryParam("format") @Nullable String format) {
    return answer(new Asked(type, agency, resource, "~", "*", detail, references), format);
  }

  @GET
  @Path("{agencyID}/{resourceID}/{version}")
  @Operation(summary = "An artefact's version", operationId = "sdmxStructureOfVersion")
  @APIResponse(responseCode = "200", description = "SDMX-JSON 2.0 or SDMX-ML 2.1")
  public Response ofVersion(
      @PathParam("artefactType") String type,
      @PathParam("agencyID") String agency,
      @PathParam("resourceID") String resource,
      @PathParam("version") String version,
      @QueryParam("detail") @DefaultValue("full") String detail,
      @QueryParam("references") @DefaultValue("none") String references,
      @QueryParam("format") @Nullable String format) {
    return answer(new Asked(type, agency, resource, version, "*", detail, references), format);
  }

  @GET
  @Path("{agencyID}/{resourceID}/{version}/{itemID}")
  @Operation(summary = "Some codes or concepts of a list", operationId = "sdmxItems")
  @APIResponse(responseCode = "200", description = "SDMX-JSON 2.0 or SDMX-ML 2.1")
  public Response ofItem(
      @PathParam("artefactType") String type,
      @PathParam("agencyID") String agency,
      @PathParam("resourceID") String resource,
      @PathParam("version") String version,
      @PathParam("itemID") String item,
      @QueryParam("detail") @DefaultValue("full") String detail,
      @QueryParam("references") @DefaultValue("none") String references,
      @QueryParam("format") @Nullable String format) {
    return answer(new Asked(type, agency, resource, version, item, detail, references), format);
  }

  private record Asked(
      String type,
      String agency,
      String resource,
      String version,
      String item,
      String detail,
      String references) {}

  private Response answer(Asked asked, @Nullable String format) {
    var chosen = Format.choose(Format.STRUCTURE, headers.getAcceptableMediaTypes(), format);
    var types = StructureQuery.types(asked.type());
    var query =
        new StructureQuery(
            types,
            asked.agency(),
            asked.resource(),
            asked.version(),
            asked.item(),
            StructureQuery.references(types, asked.references()),
            StructureQuery.detail(asked.detail()));
    return answer.to(structures.find(query), chosen.format());
  }
}
