package org.ecosec.investment.iati;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ecosec.investment.iati.PublishedRelations.Relation;
import org.ecosec.investment.pledge.Party;
import org.jspecify.annotations.Nullable;

/** Writes activities in the order of the schema, one after the other. */
final class ActivityWriter {

  private final XMLStreamWriter xml;
  private final Elements elements;
  private final TransactionWriter transactions;
  private final ReportingOrg own;

  ActivityWriter(OutputStream stream, ReportingOrg own) throws XMLStreamException {
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
    this.elements = new Elements(xml);
    this.transactions = new TransactionWriter(elements);
    this.own = own;
  }

  /** The instant is that of what is told, so that the same question has the same bytes. */
  void begin(@Nullable String generated) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("iati-activities");
    xml.writeNamespace(Elements.PREFIX, Attributes.OWN);
    xml.writeAttribute("version", "2.03");
    if (generated != null) {
      xml.writeAttribute("generated-datetime", generated);
    }
  }

  void end() throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  void begin(PublishedProject project, PublishedRelations relations) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("iati-activity");
    xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", "en");
    elements.text("iati-identifier", Objects.requireNonNull(project.published(own)));
    reporter(project.details());
    elements.narrative("title", project.title());
    elements.narrative("description", project.notes() == null ? project.title() : project.notes());
    participants(project);
    former(project.details());
    for (Relation other : relations.otherIdentifiers(project)) {
      relation("other-identifier", other);
    }
    elements.empty("activity-status", "code", Codes.code(Objects.requireNonNull(project.status())));
    dates(project);
    places(project);
    sectors(project);
  }

  void end(PublishedProject project, PublishedRelations relations) throws XMLStreamException {
    for (Relation other : relations.related(project)) {
      relation("related-activity", other);
    }
    xml.writeEndElement();
  }

  private void relation(String element, Relation other) throws XMLStreamException {
    elements.start(element);
    elements.attribute("ref", other.ref());
    elements.attribute("type", other.type());
    elements.ownText("standing", other.standing());
    elements.end();
  }

  void write(PublishedMoney money) throws XMLStreamException {
    transactions.write(money);
  }

  private void reporter(@Nullable JsonNode details) throws XMLStreamException {
    xml.writeStartElement("reporting-org");
    if (details == null) {
      xml.writeAttribute("ref", own.ref().orElseThrow());
      xml.writeAttribute("type", own.type());
      elements.narrative(own.name().orElseGet(() -> own.ref().orElseThrow()));
    } else {
      var reporter = details.path("reporter");
      xml.writeAttribute("ref", reporter.path("ref").asText());
      xml.writeAttribute("type", reporter.path("type").asText());
      if (details.path("secondary").asBoolean()) {
        xml.writeAttribute("secondary-reporter", "1");
      }
      elements.narrative(reporter.path("name").asText());
    }
    xml.writeEndElement();
  }

  // What the publisher says of a party is written beside what is known of it here, by its place.
  private void participants(PublishedProject project) throws XMLStreamException {
    for (int i = 0; i < project.parties().size(); i++) {
      var party = project.parties().get(i);
      var role = Codes.roleCode(party.role());
      if (role == null) {
        continue;
      }
      var said = project.details() == null ? null : project.details().path("participants").path(i);
      xml.writeStartElement("participating-org");
      if (said != null) {
        elements.optional("ref", said.path("ref"));
        elements.optional("type", said.path("type"));
      }
      xml.writeAttribute("role", role);
      elements.own("economy", party.economy());
      if (!unnamed(party, said)) {
        elements.narrative(party.name());
      }
      xml.writeEndElement();
    }
  }

  private static boolean unnamed(Party party, @Nullable JsonNode said) {
    return said != null
        && said.path("name").isNull()
        && said.path("ref").asText().equals(party.name());
  }

  private void former(@Nullable JsonNode details) throws XMLStreamException {
    if (details != null && details.path("former").isTextual()) {
      elements.empty("other-identifier", "ref", details.path("former").asText(), "type", "B1");
    }
  }

  private void dates(PublishedProject project) throws XMLStreamException {
    if (project.details() != null) {
      for (JsonNode date : project.details().path("dates")) {
        elements.empty(
            "activity-date",
            "type",
            date.path("type").asText(),
            "iso-date",
            date.path("on").asText());
      }
    }
    for (var date : project.dates()) {
      elements.empty("activity-date", "type", date.type(), "iso-date", date.on().toString());
    }
  }

  private void places(PublishedProject project) throws XMLStreamException {
    var details = project.details();
    if (details != null) {
      shares("recipient-country", details.path("countries"));
      shares("recipient-region", details.path("regions"));
    }
    boolean byCountry = details != null && details.path("locations").isEmpty();
    for (String place : byCountry ? List.<String>of() : project.places()) {
      xml.writeStartElement("location");
      elements.narrative("name", place);
      xml.writeEndElement();
    }
  }

  private void sectors(PublishedProject project) throws XMLStreamException {
    if (project.sector() != null) {
      elements.empty(
          "sector",
          "vocabulary",
          "99",
          "vocabulary-uri",
          Activity.OWN_SECTORS,
          "code",
          project.sector());
    }
    if (project.details() != null) {
      for (JsonNode sector : project.details().path("sectors")) {
        if (!sector.path("vocabularyUri").asText().equals(Activity.OWN_SECTORS)) {
          share("sector", sector);
        }
      }
    }
  }

  private void shares(String element, JsonNode shares) throws XMLStreamException {
    for (JsonNode share : shares) {
      share(element, share);
    }
  }

  private void share(String element, JsonNode share) throws XMLStreamException {
    xml.writeEmptyElement(element);
    xml.writeAttribute("code", share.path("code").asText());
    elements.optional("vocabulary", share.path("vocabulary"));
    elements.optional("vocabulary-uri", share.path("vocabularyUri"));
    elements.optional("percentage", share.path("percentage"));
  }
}
