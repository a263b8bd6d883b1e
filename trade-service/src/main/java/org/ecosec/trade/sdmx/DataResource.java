package org.ecosec.trade.sdmx;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.security.Roles;

/** Data queries of SDMX REST 2.2. */
@Path("/trade/sdmx/v2/data")
@Tag(name = "SDMX", description = "Trade figures and their structure as SDMX REST 2.2")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class DataResource {

  private static final String ANY = "*";

  private final DataQueries queries;
  private final DataAnswer answer;
  private final HttpHeaders headers;
  private final UriInfo uri;

  DataResource(DataQueries queries, DataAnswer answer, HttpHeaders headers, UriInfo uri) {
    this.queries = queries;
    this.answer = answer;
    this.headers = headers;
    this.uri = uri;
  }

  @GET
  @Operation(summary = "Every observation", operationId = "sdmxData")
  @APIResponse(responseCode = "200", description = "SDMX-JSON 2.0, SDMX-CSV 2.0 or SDMX-ML 2.1")
  @APIResponse(responseCode = "204", description = "No observation matches")
  public Response all(@BeanParam DataParameters asked) {
    return answer(ANY, ANY, ANY, ANY, ANY, asked);
  }

  @GET
  @Path("{context}/{agencyID}/{resourceID}")
  @Operation(summary = "Observations of a dataflow", operationId = "sdmxDataOfFlow")
  @APIResponse(responseCode = "200", description = "SDMX-JSON 2.0, SDMX-CSV 2.0 or SDMX-ML 2.1")
  @APIResponse(responseCode = "204", description = "No observation matches")
  public Response ofFlow(
      @PathParam("context") String context,
      @PathParam("agencyID") String agency,
      @PathParam("resourceID") String resource,
      @BeanParam DataParameters asked) {
    return answer(context, agency, resource, ANY, ANY, asked);
  }

  @GET
  @Path("{context}/{agencyID}/{resourceID}/{version}")
  @Operation(summary = "Observations of a dataflow's version", operationId = "sdmxDataOfVersion")
  @APIResponse(responseCode = "200", description = "SDMX-JSON 2.0, SDMX-CSV 2.0 or SDMX-ML 2.1")
  @APIResponse(responseCode = "204", description = "No observation matches")
  public Response ofVersion(
      @PathParam("context") String context,
      @PathParam("agencyID") String agency,
      @PathParam("resourceID") String resource,
      @PathParam("version") String version,
      @BeanParam DataParameters asked) {
    return answer(context, agency, resource, version, ANY, asked);
  }

  @GET
  @Path("{context}/{agencyID}/{resourceID}/{version}/{key}")
  @Operation(
      summary = "Observations of series keys, and of filters c[COMPONENT]=operator:value",
      description =
          "Key: FREQ.REPORTER.PARTNER.FLOW.CLASSIFICATION.PRODUCT.SOURCE, * for any, commas between"
              + " keys. c[...] filters any dimension, TIME_PERIOD, measure or attribute with eq, ne,"
              + " lt, le, gt, ge, co, nc, sw, ew; comma is or, plus is and.",
      operationId = "sdmxDataOfKey")
  @APIResponse(responseCode = "200", description = "SDMX-JSON 2.0, SDMX-CSV 2.0 or SDMX-ML 2.1")
  @APIResponse(responseCode = "204", description = "No observation matches")
  public Response ofKey(
      @PathParam("context") String context,
      @PathParam("agencyID") String agency,
      @PathParam("resourceID") String resource,
      @PathParam("version") String version,
      @PathParam("key") String key,
      @BeanParam DataParameters asked) {
    return answer(context, agency, resource, version, key, asked);
  }

  private Response answer(
      String context,
      String agency,
      String resource,
      String version,
      String key,
      DataParameters asked) {
    var chosen = Format.choose(Format.DATA, headers.getAcceptableMediaTypes(), asked.format);
    Artefact.checkDataflow(context, agency, resource, version);
    var query = queries.parse(key, asked, uri.getQueryParameters());
    return answer.to(query, chosen, headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
  }
}
