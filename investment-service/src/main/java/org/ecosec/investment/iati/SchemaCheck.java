package org.ecosec.investment.iati;

import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;

/** Checks a stream of elements against the schema as they pass, keeping nothing of them. */
final class SchemaCheck {

  private final ValidatorHandler validator;
  private final List<String> found = new ArrayList<>();

  SchemaCheck(Schema schema) throws SAXException {
    validator = schema.newValidatorHandler();
    validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    validator.setErrorHandler(new Collector());
    validator.startDocument();
  }

  /** What was found wrong at the last step, as the schema processor words it. */
  List<String> found() {
    if (found.isEmpty()) {
      return List.of();
    }
    var all = List.copyOf(found);
    found.clear();
    return all;
  }

  void start(XMLStreamReader element) throws SAXException {
    for (int i = 0; i < element.getNamespaceCount(); i++) {
      validator.startPrefixMapping(
          text(element.getNamespacePrefix(i)), text(element.getNamespaceURI(i)));
    }
    var attributes = new AttributesImpl();
    for (int i = 0; i < element.getAttributeCount(); i++) {
      attributes.addAttribute(
          text(element.getAttributeNamespace(i)),
          element.getAttributeLocalName(i),
          qualified(element.getAttributePrefix(i), element.getAttributeLocalName(i)),
          "CDATA",
          element.getAttributeValue(i));
    }
    validator.startElement(
        text(element.getNamespaceURI()),
        element.getLocalName(),
        qualified(element.getPrefix(), element.getLocalName()),
        attributes);
  }

  void text(XMLStreamReader text) throws SAXException {
    validator.characters(text.getTextCharacters(), text.getTextStart(), text.getTextLength());
  }

  void end(XMLStreamReader element) throws SAXException {
    validator.endElement(
        text(element.getNamespaceURI()),
        element.getLocalName(),
        qualified(element.getPrefix(), element.getLocalName()));
    for (int i = 0; i < element.getNamespaceCount(); i++) {
      validator.endPrefixMapping(text(element.getNamespacePrefix(i)));
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String qualified(@Nullable String prefix, String name) {
    return prefix == null || prefix.isEmpty() ? name : prefix + ':' + name;
  }

  private final class Collector implements ErrorHandler {
    @Override
    public void warning(SAXParseException harmless) {}

    @Override
    public void error(SAXParseException wrong) {
      found.add(String.valueOf(wrong.getMessage()));
    }

    @Override
    public void fatalError(SAXParseException wrong) {
      found.add(String.valueOf(wrong.getMessage()));
    }
  }
}
