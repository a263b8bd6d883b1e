package org.ecosec.trade.sdmx;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ecosec.trade.sdmx.Component.Attribute;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.ecosec.trade.sdmx.Component.Measure;

/** The components of the data structure as SDMX-ML 2.1. */
record XmlDataStructure(XMLStreamWriter xml, XmlArtefacts artefacts) {

  void write() throws XMLStreamException {
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
        artefacts.reference(dimension.codelist(), "codelist", "Codelist");
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
}
