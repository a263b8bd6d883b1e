package org.ecosec.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says in the API description what the records say in Java: which fields are always there, which
 * may be null, and that every refusal is a problem document.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

  private static final String OURS = "org.ecosec.";
  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName LIST = DotName.createSimple(List.class);
  private static final DotName RENAMED =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");

  private static final List<String> BODIES = List.of("Terms", "Draft", "Filter", "Scope");

  private final IndexView index;

  public ApiDescription(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    var schemas = api.getComponents().getSchemas();
    index.getKnownClasses().stream()
        .filter(type -> type.name().toString().startsWith(OURS))
        .sorted(Comparator.comparing(ClassInfo::name))
        .forEach(type -> describe(type, schemas));
    api.getComponents().addSchema("Problem", problem());
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .forEach(ApiDescription::refuse);
  }

  private static void describe(ClassInfo type, Map<String, Schema> schemas) {
    var schema = schemas.get(type.simpleName());
    if (schema == null || !type.isRecord()) {
      return;
    }
    var required = new ArrayList<String>();
    boolean isAnswer = type.simpleName().endsWith("View");
    boolean isBody = BODIES.stream().anyMatch(type.simpleName()::endsWith);
    for (RecordComponentInfo component : type.recordComponents()) {
      var name = jsonName(component);
      var value = schema.getProperties() == null ? null : schema.getProperties().get(name);
      if (value == null) {
        continue;
      }
      boolean nullable = component.type().hasAnnotation(NULLABLE);
      if (nullable) {
        schema.addProperty(name, orNull(value));
      }
      // A body may leave out what may be null, and a list that would be empty; an answer has all.
      boolean mayBeEmpty = isBody && component.type().name().equals(LIST);
      boolean optional = mayBeEmpty || (nullable && !isAnswer);
      if (!optional) {
        required.add(name);
      }
    }
    schema.setRequired(required);
  }

  private static String jsonName(RecordComponentInfo component) {
    var renamed = component.annotation(RENAMED);
    return renamed == null ? component.name() : renamed.value().asString();
  }

  private static Schema orNull(Schema value) {
    if (value.getRef() != null) {
      var nothing = OASFactory.createSchema().type(List.of(SchemaType.NULL));
      return OASFactory.createSchema().addAnyOf(value).addAnyOf(nothing);
    }
    var types =
        value.getType() == null ? new ArrayList<SchemaType>() : new ArrayList<>(value.getType());
    if (types.isEmpty() || types.contains(SchemaType.NULL)) {
      return value;
    }
    types.add(SchemaType.NULL);
    return value.type(types);
  }

  private static void refuse(Operation operation) {
    var media =
        OASFactory.createMediaType()
            .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
    operation
        .getResponses()
        .addAPIResponse(
            "default",
            OASFactory.createAPIResponse()
                .description("Refused: a problem document (RFC 9457) that says what to do")
                .content(
                    OASFactory.createContent().addMediaType("application/problem+json", media)));
  }

  private static Schema problem() {
    return object(
        Map.of(
            "type", text("urn:ecosec:problem:no-such-import"),
            "title", text("Not Found"),
            "status", OASFactory.createSchema().type(List.of(SchemaType.INTEGER)),
            "detail", text("There is no import x; see /trade/v1/imports."),
            "errors", OASFactory.createSchema().type(List.of(SchemaType.ARRAY)).items(error())));
  }

  private static Schema error() {
    return object(Map.of("pointer", text("/amount"), "message", text("is missing")));
  }

  private static Schema object(Map<String, Schema> properties) {
    var schema = OASFactory.createSchema().type(List.of(SchemaType.OBJECT));
    properties.keySet().stream()
        .sorted()
        .forEach(name -> schema.addProperty(name, properties.get(name)));
    return schema;
  }

  private static Schema text(String example) {
    return OASFactory.createSchema().type(List.of(SchemaType.STRING)).examples(List.of(example));
  }
}
