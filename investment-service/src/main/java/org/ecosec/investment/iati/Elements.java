package org.ecosec.investment.iati;

import com.fasterxml.jackson.databind.JsonNode;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The few shapes that elements of an activity have. */
record Elements(XMLStreamWriter xml) {

  static final String PREFIX = "ecosec";

  void start(String element) throws XMLStreamException {
    xml.writeStartElement(element);
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  void characters(String text) throws XMLStreamException {
    xml.writeCharacters(text);
  }

  /** An attribute of our own namespace. */
  void own(String attribute, @Nullable String value) throws XMLStreamException {
    if (value != null) {
      xml.writeAttribute(PREFIX, Attributes.OWN, attribute, value);
    }
  }

  /** An element of our own namespace, where the standard takes no attribute of ours. */
  void ownText(String element, @Nullable String text) throws XMLStreamException {
    if (text != null) {
      xml.writeStartElement(PREFIX, element, Attributes.OWN);
      xml.writeCharacters(text);
      xml.writeEndElement();
    }
  }

  void attribute(String attribute, @Nullable String value) throws XMLStreamException {
    if (value != null) {
      xml.writeAttribute(attribute, value);
    }
  }

  void optional(String attribute, JsonNode value) throws XMLStreamException {
    if (value.isTextual()) {
      xml.writeAttribute(attribute, value.asText());
    }
  }

  void empty(String element, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(element);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  void narrative(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    narrative(text);
    xml.writeEndElement();
  }

  void narrative(String text) throws XMLStreamException {
    text("narrative", text);
  }

  void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
