package org.ecosec.trade.sdmx;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * SDMX-CSV 2.0: a line an observation. {@code labels} is id, name (a column of names beside each of
 * codes) or both ({@code JPN: Japan}); {@code keys} adds the series' or observation's key.
 */
final class CsvDataWriter implements DataWriter {

  private final Writer out;
  private final DataQuery.Columns columns;
  private final Codelists codelists;
  private final String labels;
  private final String keys;
  private Action action = Action.INFORMATION;

  CsvDataWriter(Writer out, DataQuery.Columns columns, Codelists codelists, Format.Chosen chosen) {
    this.out = out;
    this.columns = columns;
    this.codelists = codelists;
    this.labels = chosen.option("labels", "id");
    this.keys = chosen.option("keys", "none");
  }

  @Override
  public void begin(Header header) throws IOException {
    var line = new ArrayList<String>(List.of("STRUCTURE", "STRUCTURE_ID"));
    if (labels.equals("name")) {
      line.add("STRUCTURE_NAME");
    }
    line.add("ACTION");
    addKeys(line, "SERIES_KEY", "OBS_KEY");
    dimensions().forEach(dimension -> addHeader(line, dimension, true));
    columns.measures().forEach(measure -> addHeader(line, measure, false));
    columns.attributes().forEach(attribute -> addHeader(line, attribute, false));
    write(line);
  }

  @Override
  public void beginDataSet(Action begun) {
    action = begun;
  }

  @Override
  public void row(DataRow row) throws IOException {
    var line = new ArrayList<String>();
    line.add("dataflow");
    line.addAll(structureId());
    line.add(action.letter());
    var series = String.join(".", row.key());
    addKeys(line, series, series + "." + row.period());
    for (Dimension dimension : dimensions().toList()) {
      boolean time = dimension == Dimension.TIME_PERIOD;
      var code = time ? row.period() : row.key().get(dimension.position());
      line.addAll(labelled(code, time ? "" : codelists.name(dimension, code)));
    }
    for (BigDecimal measure : row.measures()) {
      line.add(measure == null ? "" : measure.toPlainString());
    }
    for (String attribute : row.attributes()) {
      line.add(safe(attribute));
    }
    write(line);
  }

  @Override
  public void endDataSet() {}

  @Override
  public void end() throws IOException {
    out.flush();
  }

  private Stream<Dimension> dimensions() {
    return Stream.of(Dimension.values())
        .limit(columns.keysOnly() ? Dimension.KEY_LENGTH : Dimension.values().length);
  }

  private List<String> structureId() {
    var id = "%s:%s(%s)".formatted(Artefact.AGENCY, Artefact.ID, Artefact.VERSION);
    return labelled(id, Artefact.NAME);
  }

  private List<String> labelled(String code, String name) {
    return switch (labels) {
      case "both" -> List.of(name.isEmpty() ? code : code + ": " + name);
      case "name" -> List.of(code, name);
      default -> List.of(code);
    };
  }

  private void addHeader(List<String> line, Component component, boolean coded) {
    var id = component.name();
    line.add(labels.equals("both") ? id + ": " + component.title() : id);
    if (labels.equals("name") && coded) {
      line.add(component.title());
    }
  }

  private void addKeys(List<String> line, String series, String observation) {
    if (keys.equals("series") || keys.equals("both")) {
      line.add(series);
    }
    if (keys.equals("obs") || keys.equals("both")) {
      line.add(observation);
    }
  }

  // A spreadsheet would run such a cell.
  private static String safe(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private void write(List<String> line) throws IOException {
    for (int i = 0; i < line.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      var cell = line.get(i);
      boolean quoted = cell.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
      out.write(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    out.write("\r\n");
  }
}
