package org.ecosec.trade.sdmx;

import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ecosec.trade.sdmx.Availability.Available;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.ecosec.trade.sdmx.StructureQuery.Kind;

/** Structures as SDMX-ML 2.1, for readers that know no newer format. */
record XmlStructures(XMLStreamWriter xml, XmlArtefacts artefacts) {

  private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";

  XmlStructures(XMLStreamWriter xml) {
    this(xml, new XmlArtefacts(xml));
  }

  void begin(Instant prepared) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("mes:Structure");
    xml.writeAttribute("xmlns:mes", SCHEMAS + "message");
    xml.writeAttribute("xmlns:com", SCHEMAS + "common");
    xml.writeAttribute("xmlns:str", SCHEMAS + "structure");
    xml.writeStartElement("mes:Header");
    artefacts.text("mes:ID", "STRUCTURES");
    artefacts.text("mes:Test", "false");
    artefacts.text("mes:Prepared", prepared.toString());
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
      artefacts.maintained("str:Dataflow", Artefact.ID, Artefact.NAME);
      xml.writeStartElement("str:Structure");
      artefacts.reference(Artefact.ID, "datastructure", "DataStructure");
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
      artefacts.maintained("str:DataStructure", Artefact.ID, Artefact.NAME);
      if (!found.stubs().contains(Kind.DATASTRUCTURE)) {
        new XmlDataStructure(xml, artefacts).write();
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
    artefacts.name("What there is in " + Artefact.ID);
    xml.writeStartElement("str:ConstraintAttachment");
    xml.writeStartElement("str:Dataflow");
    artefacts.reference(Artefact.ID, "datastructure", "Dataflow");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement("str:CubeRegion");
    xml.writeAttribute("include", "true");
    for (Dimension dimension : wanted) {
      xml.writeStartElement("com:KeyValue");
      xml.writeAttribute("id", dimension.name());
      for (String code : available.codes().getOrDefault(dimension, List.of())) {
        artefacts.text("com:Value", code);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void codelist(Codelist list, boolean stub) throws XMLStreamException {
    artefacts.maintained("str:Codelist", list.id(), list.name());
    if (!stub) {
      for (Codelist.Code code : list.codes()) {
        artefacts.item("str:Code", code.id(), code.name());
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
    artefacts.maintained("str:ConceptScheme", Artefact.CONCEPTS, "Concepts of trade");
    if (!found.stubs().contains(Kind.CONCEPTSCHEME)) {
      for (String id : found.concepts()) {
        artefacts.item("str:Concept", id, Component.of(id).orElseThrow().title());
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void count(String id, long count) throws XMLStreamException {
    xml.writeStartElement("com:Annotation");
    xml.writeAttribute("id", id);
    artefacts.text("com:AnnotationTitle", Long.toString(count));
    artefacts.text("com:AnnotationType", "sdmx_metrics");
    xml.writeEndElement();
  }
}
