package org.ecosec.investment.form;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Describes {@code format} at every read that has CSV. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class FormatDescription implements OASFilter {

  @Override
  public PathItem filterPathItem(PathItem path) {
    if (hasCsv(path.getGET())) {
      path.getGET().addParameter(format());
    }
    return path;
  }

  private static boolean hasCsv(@Nullable Operation read) {
    if (read == null || !read.getResponses().hasAPIResponse("200")) {
      return false;
    }
    var content = read.getResponses().getAPIResponse("200").getContent();
    return content != null && content.hasMediaType("text/csv");
  }

  private static Parameter format() {
    return OASFactory.createParameter()
        .name(FormatParameter.NAME)
        .in(Parameter.In.QUERY)
        .description("json or csv, whatever the Accept header says; absent: as it says")
        .schema(
            OASFactory.createSchema()
                .type(List.of(SchemaType.STRING))
                .enumeration(List.of("json", "csv")));
  }
}
