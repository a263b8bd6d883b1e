package org.ecosec.platform.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Records as CSV (RFC 4180): nested records become columns such as {@code top1.share}, lists stay
 * JSON in their cell, and a cell that a spreadsheet would run as a formula starts with an
 * apostrophe.
 */
public final class CsvText {

  private CsvText() {}

  /** The columns of an item type, nested records unfolded. */
  public static List<String> columns(Type itemType) {
    var columns = new ArrayList<String>();
    var type = rawClass(itemType);
    if (type.isRecord()) {
      unfold("", type, columns);
    }
    return columns;
  }

  static String of(List<String> columns, Iterable<JsonNode> items) {
    return header(columns) + rows(columns, items);
  }

  public static String header(List<String> columns) {
    return String.join(",", columns) + "\r\n";
  }

  public static String rows(List<String> columns, Iterable<JsonNode> items) {
    var text = new StringBuilder();
    for (JsonNode item : items) {
      for (int i = 0; i < columns.size(); i++) {
        text.append(i == 0 ? "" : ",").append(cell(at(item, columns.get(i))));
      }
      text.append("\r\n");
    }
    return text.toString();
  }

  static String cell(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    var text = value.isValueNode() ? value.asText() : value.toString();
    var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static JsonNode at(JsonNode item, String column) {
    var node = item;
    for (String step : column.split("\\.", -1)) {
      node = node.path(step);
    }
    return node;
  }

  private static void unfold(String prefix, Class<?> type, List<String> columns) {
    for (RecordComponent component : type.getRecordComponents()) {
      var name = prefix + jsonName(component);
      if (component.getType().isRecord()) {
        unfold(name + ".", component.getType(), columns);
      } else {
        columns.add(name);
      }
    }
  }

  private static String jsonName(RecordComponent component) {
    var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
  }

  private static Class<?> rawClass(Type type) {
    return type instanceof Class<?> plain
        ? plain
        : type instanceof ParameterizedType generic
            ? (Class<?>) generic.getRawType()
            : Object.class;
  }
}
