package org.ecosec.trade.sdmx;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.jspecify.annotations.Nullable;

/** Structure-specific SDMX-ML 2.1, for readers that know no newer format. */
final class XmlDataWriter implements DataWriter {

  private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  private final XMLStreamWriter xml;
  private final DataQuery.Columns columns;
  private @Nullable List<String> series;

  XmlDataWriter(XMLStreamWriter xml, DataQuery.Columns columns) {
    this.xml = xml;
    this.columns = columns;
  }

  /** A write that fails as the XML library has it. */
  private interface Xml {
    void write() throws XMLStreamException;
  }

  @Override
  public void begin(Header header) throws IOException {
    writing(
        () -> {
          xml.writeStartDocument("UTF-8", "1.0");
          xml.writeStartElement("mes:StructureSpecificData");
          xml.writeAttribute("xmlns:mes", SCHEMAS + "message");
          xml.writeAttribute("xmlns:com", SCHEMAS + "common");
          xml.writeAttribute("xmlns:ss", SCHEMAS + "data/structurespecific");
          xml.writeAttribute("xmlns:trd", namespace());
          xml.writeAttribute("xmlns:xsi", INSTANCE);
          xml.writeStartElement("mes:Header");
          element("mes:ID", header.id());
          element("mes:Test", "false");
          element("mes:Prepared", header.prepared().toString());
          xml.writeEmptyElement("mes:Sender");
          xml.writeAttribute("id", Artefact.AGENCY);
          writeStructure();
          xml.writeEndElement();
        });
  }

  @Override
  public void beginDataSet(Action action) throws IOException {
    writing(
        () -> {
          xml.writeStartElement("mes:DataSet");
          xml.writeAttribute("ss:structureRef", Artefact.ID);
          xml.writeAttribute("xsi:type", "trd:DataSetType");
          xml.writeAttribute("ss:dataScope", "DataStructure");
          xml.writeAttribute("ss:action", action.word());
        });
  }

  @Override
  public void row(DataRow row) throws IOException {
    writing(
        () -> {
          if (columns.flat()) {
            xml.writeEmptyElement("Obs");
            writeKey(row);
            writeObservation(row);
            return;
          }
          if (!row.key().equals(series)) {
            endSeries();
            series = row.key();
            xml.writeStartElement("Series");
            writeKey(row);
          }
          if (!columns.keysOnly()) {
            xml.writeEmptyElement("Obs");
            writeObservation(row);
          }
        });
  }

  @Override
  public void endDataSet() throws IOException {
    writing(
        () -> {
          endSeries();
          xml.writeEndElement();
        });
  }

  @Override
  public void end() throws IOException {
    writing(
        () -> {
          xml.writeEndElement();
          xml.writeEndDocument();
          xml.flush();
        });
  }

  private void writeStructure() throws XMLStreamException {
    xml.writeStartElement("mes:Structure");
    xml.writeAttribute("structureID", Artefact.ID);
    xml.writeAttribute("namespace", namespace());
    xml.writeAttribute(
        "dimensionAtObservation", columns.flat() ? "AllDimensions" : Dimension.TIME_PERIOD.name());
    xml.writeStartElement("com:Structure");
    xml.writeEmptyElement("Ref");
    xml.writeAttribute("agencyID", Artefact.AGENCY);
    xml.writeAttribute("id", Artefact.ID);
    xml.writeAttribute("version", Artefact.VERSION);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private String namespace() {
    return Artefact.urn("DataStructure", Artefact.ID)
        + ":ObsLevelDim:"
        + (columns.flat() ? "AllDimensions" : Dimension.TIME_PERIOD.name());
  }

  private void writeKey(DataRow row) throws XMLStreamException {
    for (int i = 0; i < Dimension.KEY_LENGTH; i++) {
      xml.writeAttribute(Dimension.at(i).name(), row.key().get(i));
    }
  }

  private void writeObservation(DataRow row) throws XMLStreamException {
    xml.writeAttribute(Dimension.TIME_PERIOD.name(), row.period());
    for (int i = 0; i < columns.measures().size(); i++) {
      BigDecimal measure = row.measures().get(i);
      if (measure != null) {
        xml.writeAttribute(columns.measures().get(i).name(), measure.toPlainString());
      }
    }
    for (int i = 0; i < columns.attributes().size(); i++) {
      var text = row.attributes().get(i);
      if (text != null) {
        xml.writeAttribute(columns.attributes().get(i).name(), text);
      }
    }
  }

  private void endSeries() throws XMLStreamException {
    if (series != null) {
      xml.writeEndElement();
      series = null;
    }
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void writing(Xml part) throws IOException {
    try {
      part.write();
    } catch (XMLStreamException failure) {
      throw new IOException(failure);
    }
  }
}
