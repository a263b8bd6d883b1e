package org.ecosec.trade.sdmx;

import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ecosec.trade.sdmx.Availability.Available;
import org.ecosec.trade.sdmx.Component.Attribute;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.ecosec.trade.sdmx.Component.Measure;
import org.ecosec.trade.sdmx.StructureQuery.Kind;

/** Structures as SDMX-ML 2.1, for readers that know no newer format. */
record XmlStructures(XMLStreamWriter xml) {

  private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";

  void begin(Instant prepared) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("mes:Structure");
    xml.writeAttribute("xmlns:mes", SCHEMAS + "message");
    xml.writeAttribute("xmlns:com", SCHEMAS + "common");
    xml.writeAttribute("xmlns:str", SCHEMAS + "structure");
    xml.writeStartElement("mes:Header");
    text("mes:ID", "STRUCTURES");
    text("mes:Test", "false");
    text("mes:Prepared", prepared.toString());
    xml.writeEmptyElement("mes:Sender");
    xml.writeAttribute("id", Artefact.AGENCY);
    xml.writeEndElement();
    xml.writeStartElement("mes:Structures");
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  /** In the order that the standard's schema has. */
  void write(Structures.Found found) throws XMLStreamException {
    if (found.has(Kind.DATAFLOW)) {
      xml.writeStartElement("str:Dataflows");
      maintained("str:Dataflow", Artefact.ID, Artefact.NAME);
      xml.writeStartElement("str:Structure");
      reference(Artefact.ID, "datastructure", "DataStructure");
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndElement();
    }
    if (found.has(Kind.CODELIST)) {
      xml.writeStartElement("str:Codelists");
      for (Codelist list : found.codelists()) {
        codelist(list, found.stubs().contains(Kind.CODELIST));
      }
      xml.writeEndElement();
    }
    if (found.has(Kind.CONCEPTSCHEME)) {
      concepts(found);
    }
    if (found.has(Kind.DATASTRUCTURE)) {
      xml.writeStartElement("str:DataStructures");
      maintained("str:DataStructure", Artefact.ID, Artefact.NAME);
      if (!found.stubs().contains(Kind.DATASTRUCTURE)) {
        components();
      }
      xml.writeEndElement();
      xml.writeEndElement();
    }
  }

  void write(Available available, List<Dimension> wanted) throws XMLStreamException {
    xml.writeStartElement("str:Constraints");
    xml.writeStartElement("str:ContentConstraint");
    xml.writeAttribute("id", "CR_TRADE");
    xml.writeAttribute("agencyID", Artefact.AGENCY);
    xml.writeAttribute("version", Artefact.VERSION);
    xml.writeAttribute("type", "Actual");
    xml.writeStartElement("com:Annotations");
    count("series_count", available.series());
    count("obs_count", available.observations());
    xml.writeEndElement();
    name("What there is in " + Artefact.ID);
    xml.writeStartElement("str:ConstraintAttachment");
    xml.writeStartElement("str:Dataflow");
    reference(Artefact.ID, "datastructure", "Dataflow");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement("str:CubeRegion");
    xml.writeAttribute("include", "true");
    for (Dimension dimension : wanted) {
      xml.writeStartElement("com:KeyValue");
      xml.writeAttribute("id", dimension.name());
      for (String code : available.codes().getOrDefault(dimension, List.of())) {
        text("com:Value", code);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void components() throws XMLStreamException {
    xml.writeStartElement("str:DataStructureComponents");
    xml.writeStartElement("str:DimensionList");
    xml.writeAttribute("id", "DimensionDescriptor");
    for (Dimension dimension : Dimension.values()) {
      boolean time = dimension == Dimension.TIME_PERIOD;
      xml.writeStartElement(time ? "str:TimeDimension" : "str:Dimension");
      xml.writeAttribute("id", dimension.name());
      xml.writeAttribute("position", Integer.toString(dimension.position() + 1));
      conceptIdentity(dimension.name());
      xml.writeStartElement("str:LocalRepresentation");
      if (time) {
        xml.writeEmptyElement("str:TextFormat");
        xml.writeAttribute("textType", "ObservationalTimePeriod");
      } else {
        xml.writeStartElement("str:Enumeration");
        reference(dimension.codelist(), "codelist", "Codelist");
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
    attributes();
    xml.writeStartElement("str:MeasureList");
    xml.writeAttribute("id", "MeasureDescriptor");
    xml.writeStartElement("str:PrimaryMeasure");
    xml.writeAttribute("id", Measure.OBS_VALUE.name());
    conceptIdentity(Measure.OBS_VALUE.name());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  // SDMX 2.1 has one measure; the others are attributes there.
  private void attributes() throws XMLStreamException {
    xml.writeStartElement("str:AttributeList");
    xml.writeAttribute("id", "AttributeDescriptor");
    attribute(Measure.NET_WEIGHT.name());
    attribute(Measure.QUANTITY.name());
    for (Attribute attribute : Attribute.values()) {
      attribute(attribute.name());
    }
    xml.writeEndElement();
  }

  private void attribute(String id) throws XMLStreamException {
    xml.writeStartElement("str:Attribute");
    xml.writeAttribute("id", id);
    xml.writeAttribute("assignmentStatus", "Conditional");
    conceptIdentity(id);
    xml.writeStartElement("str:AttributeRelationship");
    xml.writeStartElement("str:PrimaryMeasure");
    xml.writeEmptyElement("Ref");
    xml.writeAttribute("id", Measure.OBS_VALUE.name());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void conceptIdentity(String id) throws XMLStreamException {
    xml.writeStartElement("str:ConceptIdentity");
    xml.writeEmptyElement("Ref");
    xml.writeAttribute("id", id);
    xml.writeAttribute("maintainableParentID", Artefact.CONCEPTS);
    xml.writeAttribute("maintainableParentVersion", Artefact.VERSION);
    xml.writeAttribute("agencyID", Artefact.AGENCY);
    xml.writeAttribute("package", "conceptscheme");
    xml.writeAttribute("class", "Concept");
    xml.writeEndElement();
  }

  private void codelist(Codelist list, boolean stub) throws XMLStreamException {
    maintained("str:Codelist", list.id(), list.name());
    if (!stub) {
      for (Codelist.Code code : list.codes()) {
        item("str:Code", code.id(), code.name());
        if (!code.parent().isEmpty()) {
          xml.writeStartElement("str:Parent");
          xml.writeEmptyElement("Ref");
          xml.writeAttribute("id", code.parent());
          xml.writeEndElement();
        }
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
  }

  private void concepts(Structures.Found found) throws XMLStreamException {
    xml.writeStartElement("str:Concepts");
    maintained("str:ConceptScheme", Artefact.CONCEPTS, "Concepts of trade");
    if (!found.stubs().contains(Kind.CONCEPTSCHEME)) {
      for (String id : found.concepts()) {
        item("str:Concept", id, Component.of(id).orElseThrow().title());
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void maintained(String element, String id, String name) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("id", id);
    xml.writeAttribute("agencyID", Artefact.AGENCY);
    xml.writeAttribute("version", Artefact.VERSION);
    xml.writeAttribute("isFinal", "true");
    name(name);
  }

  private void item(String element, String id, String name) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("id", id);
    name(name);
  }

  private void reference(String id, String part, String type) throws XMLStreamException {
    xml.writeEmptyElement("Ref");
    xml.writeAttribute("id", id);
    xml.writeAttribute("version", Artefact.VERSION);
    xml.writeAttribute("agencyID", Artefact.AGENCY);
    xml.writeAttribute("package", part);
    xml.writeAttribute("class", type);
  }

  private void count(String id, long count) throws XMLStreamException {
    xml.writeStartElement("com:Annotation");
    xml.writeAttribute("id", id);
    text("com:AnnotationTitle", Long.toString(count));
    text("com:AnnotationType", "sdmx_metrics");
    xml.writeEndElement();
  }

  private void name(String name) throws XMLStreamException {
    xml.writeStartElement("com:Name");
    xml.writeAttribute("xml:lang", "en");
    xml.writeCharacters(name);
    xml.writeEndElement();
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
