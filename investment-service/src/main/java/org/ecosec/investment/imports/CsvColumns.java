package org.ecosec.investment.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns of a kind of row are the fields of its body in the API, so that a list which was read
 * as CSV can be sent back. An empty cell says that there is none.
 */
final class CsvColumns {

  private static final int MAX_NUMBER = 60;

  private final ObjectMapper json;
  private final Map<String, Column> columns = new TreeMap<>();

  private record Column(String field, Type type) {}

  private enum Type {
    TEXT,
    NUMBER,
    WHOLE,
    YES_NO,
    TEXTS,
    LIST
  }

  /** Why a cell cannot be read. */
  static final class BadCell extends Exception {
    BadCell(String reason) {
      super(reason, null, false, false);
    }
  }

  CsvColumns(Class<? extends Record> body, ObjectMapper json) {
    this.json = json;
    for (RecordComponent component : body.getRecordComponents()) {
      var name = name(component);
      if (!FactColumns.KEPT_ELSEWHERE.contains(name)) {
        columns.put(normalised(name), new Column(name, type(component)));
      }
    }
  }

  boolean knows(String header) {
    return columns.containsKey(normalised(header));
  }

  Collection<String> fields() {
    return columns.values().stream().map(Column::field).sorted().toList();
  }

  /** Sets the field of the body that the column stands for. */
  void set(ObjectNode body, String header, String cell) throws BadCell {
    var column = columns.get(normalised(header));
    if (column != null) {
      body.set(column.field(), value(column.type(), plain(cell)));
    }
  }

  static String normalised(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[_\\s-]", "");
  }

  private JsonNode value(Type type, String cell) throws BadCell {
    if (cell.isEmpty()) {
      return type == Type.TEXTS || type == Type.LIST ? json.createArrayNode() : json.nullNode();
    }
    return switch (type) {
      case TEXT -> json.getNodeFactory().textNode(cell);
      case NUMBER -> json.getNodeFactory().numberNode(number(cell));
      case WHOLE -> json.getNodeFactory().numberNode(whole(cell));
      case YES_NO -> yesNo(cell);
      case TEXTS -> cell.startsWith("[") ? list(cell) : split(cell);
      case LIST -> list(cell);
    };
  }

  private static BigDecimal number(String cell) throws BadCell {
    if (cell.length() > MAX_NUMBER || !cell.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?")) {
      throw new BadCell("is not a number such as 1250.75: no separators of thousands");
    }
    return new BigDecimal(cell);
  }

  private static int whole(String cell) throws BadCell {
    if (!cell.matches("-?\\d{1,9}")) {
      throw new BadCell("is not a whole number");
    }
    return Integer.parseInt(cell);
  }

  private JsonNode yesNo(String cell) throws BadCell {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true" -> json.getNodeFactory().booleanNode(true);
      case "false" -> json.getNodeFactory().booleanNode(false);
      default -> throw new BadCell("is neither true nor false");
    };
  }

  private JsonNode split(String cell) {
    var list = json.createArrayNode();
    for (String text : cell.split(";", -1)) {
      list.add(text.strip());
    }
    return list;
  }

  private JsonNode list(String cell) throws BadCell {
    try {
      var list = json.readTree(cell);
      if (list.isArray()) {
        return list;
      }
    } catch (JsonProcessingException wrong) {
      // Refused below, as JSON that is no list is.
    }
    throw new BadCell("is not a JSON list");
  }

  // The apostrophe that keeps a spreadsheet from running a cell is taken off again.
  private static String plain(String cell) {
    var text = cell.strip();
    return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
        ? text.substring(1)
        : text;
  }

  private static String name(RecordComponent component) {
    var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
  }

  private static Type type(RecordComponent component) {
    var type = component.getType();
    if (type == BigDecimal.class) {
      return Type.NUMBER;
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return Type.WHOLE;
    }
    if (type == boolean.class || type == Boolean.class) {
      return Type.YES_NO;
    }
    if (component.getGenericType() instanceof ParameterizedType list) {
      return list.getActualTypeArguments()[0] == String.class ? Type.TEXTS : Type.LIST;
    }
    return type.isRecord() ? Type.LIST : Type.TEXT;
  }
}
