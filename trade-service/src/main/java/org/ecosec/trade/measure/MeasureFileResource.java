package org.ecosec.trade.measure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Files of measures and of official notices. */
@Path("/trade/v1/measures/imports")
@Tag(name = "Measures", description = "Export controls and other acts of trade policy")
@RunOnVirtualThread
public class MeasureFileResource {

  private final MeasureImport files;

  MeasureFileResource(MeasureImport files) {
    this.files = files;
  }

  @POST
  @Consumes({"application/json", "text/csv"})
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  @Operation(
      summary = "Take a file of measures into the register",
      description =
          "json: an array of measures; csv: a line for each; federal-register: notices of the US"
              + " Federal Register, which come in as CANDIDATE until a steward confirms each. What is"
              + " registered already stays as it is, so a file can be sent again.")
  public MeasureImport.Result take(
      @QueryParam("format")
          @Parameter(description = "json, csv or federal-register", example = "csv")
          @Nullable String format,
      @QueryParam("backfill") @DefaultValue("false") boolean backfill,
      String body) {
    var wanted = format == null ? "" : format.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(MeasureImport.Format.values())
        .filter(known -> known.name().equals(wanted))
        .findFirst()
        .map(known -> files.take(known, body, backfill))
        .orElseThrow(
            () ->
                Problem.badRequest("unknown-format", "format is json, csv or federal-register.")
                    .at("query:format", "is unknown"));
  }
}
