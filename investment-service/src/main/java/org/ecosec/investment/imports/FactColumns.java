package org.ecosec.investment.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a file states as the API checks a body, by the same record, and turns it into
 * columns: a rule of a body holds for every way in.
 */
@ApplicationScoped
class FactColumns {

  /** Lists of a body that are resources of their own, with a history. */
  static final Set<String> KEPT_ELSEWHERE = Set.of("statements", "rebaselinings");

  private final ObjectMapper json;

  FactColumns(ObjectMapper json) {
    this.json = json;
  }

  /** The columns that the file gives, those of a new fact beside them, and the lists. */
  record Columns(
      String id, ObjectNode document, ObjectNode otherwise, @Nullable ObjectNode extra) {}

  Columns of(Stated stated) {
    var kind = stated.kind();
    ObjectNode whole = json.createObjectNode();
    whole.setAll(stated.otherwise());
    whole.setAll(stated.body());
    ObjectNode checked = json.valueToTree(read(whole, kind.body()));
    var document = json.createObjectNode();
    var otherwise = json.createObjectNode();
    var lists = json.createObjectNode();
    checked
        .properties()
        .forEach(
            field -> {
              var name = field.getKey();
              boolean said = said(stated.body(), name);
              var list =
                  kind.children().stream().filter(one -> one.field().equals(name)).findFirst();
              if (list.isPresent()) {
                if (said) {
                  lists.set(list.get().table(), field.getValue());
                }
              } else if (!name.equals("id") && !KEPT_ELSEWHERE.contains(name)) {
                (said ? document : otherwise).set(kind.column(name), field.getValue());
              }
            });
    if (kind == FactKind.MILESTONE) {
      plan(document, otherwise);
    }
    return new Columns(
        checked.path("id").asText(), document, otherwise, extra(lists, stated.vintage()));
  }

  // Of a day that is given without its precision, the precision is given too.
  private static boolean said(ObjectNode body, String name) {
    return body.has(name)
        || (name.endsWith("Precision") && body.has(name.replaceAll("Precision$", "On")));
  }

  // The first plan is never lost: a later file moves the baseline, and the merge records it.
  private static void plan(ObjectNode document, ObjectNode otherwise) {
    var on = document.remove("planned_on");
    var precision = document.remove("planned_precision");
    if (on != null && !on.isNull()) {
      document.set("baseline_on", on);
      document.set("baseline_precision", precision);
      otherwise.set("planned_on", on);
      otherwise.set("planned_precision", precision);
    }
    otherwise.put("rebaselinings", 0);
  }

  private @Nullable ObjectNode extra(ObjectNode lists, @Nullable ObjectNode vintage) {
    if (lists.isEmpty() && vintage == null) {
      return null;
    }
    var extra = json.createObjectNode();
    extra.set("lists", lists);
    extra.set("vintage", vintage);
    return extra;
  }

  private <T extends Record> T read(JsonNode body, Class<T> type) {
    try {
      return json.treeToValue(body, type);
    } catch (JsonProcessingException failure) {
      throw refusal(failure);
    }
  }

  private static Problem refusal(JsonProcessingException failure) {
    if (failure.getCause() instanceof Problem problem) {
      return problem;
    }
    var problem = Problem.unprocessable("bad-value", "A value cannot be read.");
    if (failure instanceof com.fasterxml.jackson.databind.JsonMappingException wrong
        && !wrong.getPath().isEmpty()
        && wrong.getPath().getFirst().getFieldName() != null) {
      return problem.at("/" + wrong.getPath().getFirst().getFieldName(), "cannot be read");
    }
    return problem.at("/", "cannot be read");
  }
}
