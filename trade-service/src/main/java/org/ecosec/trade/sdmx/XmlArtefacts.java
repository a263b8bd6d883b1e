package org.ecosec.trade.sdmx;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Names, items and references of SDMX-ML 2.1: what every structure is made of. */
record XmlArtefacts(XMLStreamWriter xml) {

  /** Begins an artefact that the agency maintains; its end is the caller's. */
  void maintained(String element, String id, String name) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("id", id);
    xml.writeAttribute("agencyID", Artefact.AGENCY);
    xml.writeAttribute("version", Artefact.VERSION);
    xml.writeAttribute("isFinal", "true");
    name(name);
  }

  void item(String element, String id, String name) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("id", id);
    name(name);
  }

  void reference(String id, String part, String type) throws XMLStreamException {
    xml.writeEmptyElement("Ref");
    xml.writeAttribute("id", id);
    xml.writeAttribute("version", Artefact.VERSION);
    xml.writeAttribute("agencyID", Artefact.AGENCY);
    xml.writeAttribute("package", part);
    xml.writeAttribute("class", type);
  }

  void name(String name) throws XMLStreamException {
    xml.writeStartElement("com:Name");
    xml.writeAttribute("xml:lang", "en");
    xml.writeCharacters(name);
    xml.writeEndElement();
  }

  void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
