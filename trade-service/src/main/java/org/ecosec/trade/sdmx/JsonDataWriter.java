package org.ecosec.trade.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * SDMX-JSON 2.0: observations name their codes by number, and the structure that follows them says
 * which code each number is.
 */
final class JsonDataWriter implements DataWriter {

  private final JsonGenerator json;
  private final DataQuery.Columns columns;
  private final JsonDataStructure structure;
  private final List<Map<String, Integer>> codes = new ArrayList<>();
  private final List<Map<String, Integer>> texts = new ArrayList<>();
  private @Nullable List<String> series;

  JsonDataWriter(JsonGenerator json, DataQuery.Columns columns, Codelists codelists) {
    this.json = json;
    this.columns = columns;
    this.structure = new JsonDataStructure(json, columns, codelists);
    for (int i = 0; i < Dimension.values().length; i++) {
      codes.add(new LinkedHashMap<>());
    }
    columns.attributes().forEach(attribute -> texts.add(new LinkedHashMap<>()));
  }

  @Override
  public void begin(Header header) throws IOException {
    json.writeStartObject();
    structure.writeMeta(header);
    json.writeObjectFieldStart("data");
    json.writeArrayFieldStart("dataSets");
  }

  @Override
  public void beginDataSet(Action action) throws IOException {
    json.writeStartObject();
    json.writeNumberField("structure", 0);
    json.writeStringField("action", action.word());
    structure.writeLinks();
    json.writeObjectFieldStart(columns.flat() ? "observations" : "series");
  }

  @Override
  public void row(DataRow row) throws IOException {
    var key = new StringBuilder();
    for (int i = 0; i < Dimension.KEY_LENGTH; i++) {
      key.append(i == 0 ? "" : ":").append(number(codes.get(i), row.key().get(i)));
    }
    if (columns.flat()) {
      json.writeFieldName(key.append(':').append(time(row)).toString());
      writeObservation(row);
      return;
    }
    if (!row.key().equals(series)) {
      endSeries();
      series = row.key();
      json.writeObjectFieldStart(key.toString());
      json.writeObjectFieldStart("observations");
    }
    if (!columns.keysOnly()) {
      json.writeFieldName(Integer.toString(time(row)));
      writeObservation(row);
    }
  }

  @Override
  public void endDataSet() throws IOException {
    endSeries();
    json.writeEndObject();
    json.writeEndObject();
  }

  @Override
  public void end() throws IOException {
    json.writeEndArray();
    structure.write(codes, texts);
    json.writeEndObject();
    json.writeEndObject();
    json.flush();
  }

  private void endSeries() throws IOException {
    if (series != null) {
      json.writeEndObject();
      json.writeEndObject();
      series = null;
    }
  }

  private int time(DataRow row) {
    return number(codes.getLast(), row.period());
  }

  private void writeObservation(DataRow row) throws IOException {
    json.writeStartArray();
    for (BigDecimal measure : row.measures()) {
      if (measure == null) {
        json.writeNull();
      } else {
        json.writeNumber(measure);
      }
    }
    for (int i = 0; i < texts.size(); i++) {
      var text = row.attributes().get(i);
      if (text == null) {
        json.writeNull();
      } else {
        json.writeNumber(number(texts.get(i), text));
      }
    }
    json.writeEndArray();
  }

  private static int number(Map<String, Integer> numbers, String text) {
    return numbers.computeIfAbsent(text, fresh -> numbers.size());
  }
}
