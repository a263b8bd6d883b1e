package org.ecosec.alerts.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ecosec.alerts.alert.AlertHistory;
import org.jspecify.annotations.Nullable;

/** Alert events as Atom (RFC 4287): one entry for each, with an id that never changes. */
@ApplicationScoped
class AtomText {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String PATH = "/alerts/v1/feed.atom";
  private static final String NEVER = "1970-01-01T00:00:00Z";

  private final ObjectMapper json;
  private final URI publicUrl;

  AtomText(
      ObjectMapper json,
      @ConfigProperty(name = "ecosec.webhooks.public-url", defaultValue = "http://localhost:8080")
          URI publicUrl) {
    this.json = json;
    this.publicUrl = publicUrl;
  }

  String of(List<AlertHistory.Entry> entries, int limit, @Nullable String next) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "id", publicUrl.resolve(PATH).toString());
      element(xml, "title", "Alerts of the Economic Security Monitor");
      element(
          xml,
          "updated",
          entries.isEmpty() ? NEVER : alert(entries.getFirst()).path("at").asText());
      xml.writeStartElement("author");
      element(xml, "name", "Economic Security Monitor");
      xml.writeEndElement();
      link(xml, "self", PATH + "?limit=" + limit);
      if (next != null) {
        link(xml, "next", PATH + "?limit=" + limit + "&cursor=" + next);
      }
      for (AlertHistory.Entry entry : entries) {
        entry(xml, alert(entry));
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private void entry(XMLStreamWriter xml, JsonNode alert) throws XMLStreamException {
    var id = alert.path("alertId").asText();
    boolean exercise = alert.path("exercise").asBoolean();
    var change = alert.path("change").asText();
    xml.writeStartElement("entry");
    element(xml, "id", "urn:ecosec:alert:" + id + ":" + alert.path("sequence").asText());
    element(
        xml,
        "title",
        (exercise ? "EXERCISE: " : "")
            + (change.equals("RAISED") ? "" : change + ": ")
            + alert.path("title").asText());
    element(xml, "updated", alert.path("at").asText());
    link(xml, "alternate", "/alerts/v1/alerts/" + id);
    link(xml, "related", alert.path("evidence").asText());
    for (String term : List.of("severity", "kind", "change", "fingerprint")) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("scheme", "urn:ecosec:" + term);
      xml.writeAttribute("term", alert.path(term).asText());
    }
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(plain(alert.path("text").asText()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void link(XMLStreamWriter xml, String rel, String path) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", publicUrl.resolve(path).toString());
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(plain(text));
    xml.writeEndElement();
  }

  // XML 1.0 has no place for control characters, escaped or not.
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\uFFFE\\uFFFF]", "\uFFFD");
  }

  private JsonNode alert(AlertHistory.Entry entry) {
    try {
      return json.readTree(entry.payload());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored event cannot be read", impossible);
    }
  }
}
