package org.ecosec.trade.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ecosec.trade.sdmx.Component.Attribute;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.ecosec.trade.sdmx.Component.Measure;

/** The parts of an SDMX-JSON 2.0 data message around its observations. */
record JsonDataStructure(JsonGenerator json, DataQuery.Columns columns, Codelists codelists) {

  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

  void writeMeta(DataWriter.Header header) throws IOException {
    json.writeObjectFieldStart("meta");
    json.writeStringField("id", header.id());
    json.writeBooleanField("test", false);
    json.writeStringField("prepared", header.prepared().toString());
    json.writeArrayFieldStart("contentLanguages");
    json.writeString("en");
    json.writeEndArray();
    json.writeObjectFieldStart("sender");
    json.writeStringField("id", Artefact.AGENCY);
    writeName(Artefact.AGENCY_NAME);
    json.writeEndObject();
    json.writeEndObject();
  }

  void writeLinks() throws IOException {
    json.writeArrayFieldStart("links");
    writeLink("Dataflow", "dataflow");
    writeLink("DataStructure", "datastructure");
    json.writeEndArray();
  }

  /**
   * {@code codes} by dimension and {@code texts} by attribute, each in the order of its numbers.
   */
  void write(List<Map<String, Integer>> codes, List<Map<String, Integer>> texts)
      throws IOException {
    json.writeArrayFieldStart("structures");
    json.writeStartObject();
    writeLinks();
    writeName(Artefact.NAME);
    json.writeObjectFieldStart("dimensions");
    if (!columns.flat()) {
      json.writeArrayFieldStart("series");
      writeDimensions(codes, 0, Dimension.KEY_LENGTH);
      json.writeEndArray();
    }
    json.writeArrayFieldStart("observation");
    if (!columns.keysOnly()) {
      writeDimensions(codes, columns.flat() ? 0 : Dimension.KEY_LENGTH, codes.size());
    }
    json.writeEndArray();
    json.writeEndObject();
    writeMeasures();
    writeAttributes(texts);
    json.writeEndObject();
    json.writeEndArray();
  }

  private void writeDimensions(List<Map<String, Integer>> codes, int from, int to)
      throws IOException {
    for (int i = from; i < to; i++) {
      var dimension = Dimension.at(i);
      json.writeStartObject();
      json.writeStringField("id", dimension.name());
      writeName(dimension.title());
      json.writeNumberField("keyPosition", i);
      json.writeArrayFieldStart("values");
      for (String code : codes.get(i).keySet()) {
        json.writeStartObject();
        json.writeStringField("id", code);
        writeName(codelists.name(dimension, code));
        if (dimension == Dimension.TIME_PERIOD) {
          writeSpan(code);
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void writeSpan(String period) throws IOException {
    if (YEAR.matcher(period).matches()) {
      writeSpan(YearMonth.parse(period + "-01"), YearMonth.parse(period + "-12"));
    } else if (MONTH.matcher(period).matches()) {
      writeSpan(YearMonth.parse(period), YearMonth.parse(period));
    }
  }

  private void writeSpan(YearMonth first, YearMonth last) throws IOException {
    json.writeStringField("start", first.atDay(1) + "T00:00:00Z");
    json.writeStringField("end", last.atEndOfMonth() + "T23:59:59Z");
  }

  private void writeMeasures() throws IOException {
    json.writeObjectFieldStart("measures");
    json.writeArrayFieldStart("observation");
    for (Measure measure : columns.measures()) {
      json.writeStartObject();
      json.writeStringField("id", measure.name());
      writeName(measure.title());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeAttributes(List<Map<String, Integer>> texts) throws IOException {
    json.writeObjectFieldStart("attributes");
    json.writeArrayFieldStart("observation");
    for (int i = 0; i < texts.size(); i++) {
      Attribute attribute = columns.attributes().get(i);
      json.writeStartObject();
      json.writeStringField("id", attribute.name());
      writeName(attribute.title());
      json.writeObjectFieldStart("relationship");
      json.writeObjectFieldStart("observation");
      json.writeEndObject();
      json.writeEndObject();
      if (!texts.get(i).isEmpty()) {
        json.writeArrayFieldStart("values");
        for (String text : texts.get(i).keySet()) {
          json.writeStartObject();
          json.writeStringField("value", text);
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeLink(String type, String relation) throws IOException {
    json.writeStartObject();
    json.writeStringField("urn", Artefact.urn(type, Artefact.ID));
    json.writeStringField("rel", relation);
    json.writeEndObject();
  }

  private void writeName(String name) throws IOException {
    json.writeStringField("name", name);
    json.writeObjectFieldStart("names");
    json.writeStringField("en", name);
    json.writeEndObject();
  }
}
