package org.ecosec.investment.iati;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.pledge.Party;
import org.ecosec.investment.transaction.TransactionType;
import org.jspecify.annotations.Nullable;

/** Writes activities in the order of the schema, one after the other. */
final class ActivityWriter {

  private static final String PREFIX = "ecosec";
  private static final List<TransactionType> INCOMING =
      List.of(
          TransactionType.INCOMING_FUNDS,
          TransactionType.INCOMING_COMMITMENT,
          TransactionType.INCOMING_PLEDGE);

  private final XMLStreamWriter xml;
  private final ReportingOrg own;

  ActivityWriter(OutputStream stream, ReportingOrg own) throws XMLStreamException {
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
    this.own = own;
  }

  /** The instant is that of what is told, so that the same question has the same bytes. */
  void begin(@Nullable String generated) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("iati-activities");
    xml.writeNamespace(PREFIX, Attributes.OWN);
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

  void begin(PublishedProject project) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("iati-activity");
    xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", "en");
    text("iati-identifier", identifier(project));
    reporter(project.details());
    narrative("title", project.title());
    narrative("description", project.notes() == null ? project.title() : project.notes());
    participants(project);
    former(project.details());
    empty("activity-status", "code", Codes.code(Objects.requireNonNull(project.status())));
    dates(project);
    places(project);
    sectors(project);
  }

  void end(PublishedProject project) throws XMLStreamException {
    if (project.details() != null) {
      for (JsonNode related : project.details().path("related")) {
        empty(
            "related-activity",
            "ref",
            related.path("ref").asText(),
            "type",
            related.path("type").asText());
      }
    }
    xml.writeEndElement();
  }

  void write(PublishedMoney money) throws XMLStreamException {
    xml.writeStartElement("transaction");
    xml.writeAttribute("ref", money.id());
    xml.writeAttribute(PREFIX, Attributes.OWN, "id", money.id());
    xml.writeAttribute(PREFIX, Attributes.OWN, "financier-scope", money.scope().name());
    empty("transaction-type", "code", Integer.toString(money.type().iatiCode()));
    empty("transaction-date", "iso-date", money.valueDate().toString());
    xml.writeStartElement("value");
    xml.writeAttribute("currency", money.currency());
    xml.writeAttribute("value-date", money.valueDate().toString());
    xml.writeCharacters(money.amount().toPlainString());
    xml.writeEndElement();
    if (money.notes() != null) {
      narrative("description", money.notes());
    }
    if (money.financier() != null) {
      xml.writeStartElement("provider-org");
      if (money.scope() == FinancierScope.PRIVATE && !INCOMING.contains(money.type())) {
        xml.writeAttribute("type", "70");
      }
      narrative(money.financier());
      xml.writeEndElement();
    }
    if (money.scope() == FinancierScope.ODA) {
      empty("flow-type", "code", "10");
    }
    xml.writeEndElement();
  }

  private String identifier(PublishedProject project) {
    return project.identifier() == null
        ? own.ref().orElseThrow() + '-' + project.id()
        : project.identifier();
  }

  private void reporter(@Nullable JsonNode details) throws XMLStreamException {
    xml.writeStartElement("reporting-org");
    if (details == null) {
      xml.writeAttribute("ref", own.ref().orElseThrow());
      xml.writeAttribute("type", own.type());
      narrative(own.name().orElseGet(() -> own.ref().orElseThrow()));
    } else {
      var reporter = details.path("reporter");
      xml.writeAttribute("ref", reporter.path("ref").asText());
      xml.writeAttribute("type", reporter.path("type").asText());
      if (details.path("secondary").asBoolean()) {
        xml.writeAttribute("secondary-reporter", "1");
      }
      narrative(reporter.path("name").asText());
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
        optional("ref", said.path("ref"));
        optional("type", said.path("type"));
      }
      xml.writeAttribute("role", role);
      if (party.economy() != null) {
        xml.writeAttribute(PREFIX, Attributes.OWN, "economy", party.economy());
      }
      if (!unnamed(party, said)) {
        narrative(party.name());
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
      empty("other-identifier", "ref", details.path("former").asText(), "type", "B1");
    }
  }

  private void dates(PublishedProject project) throws XMLStreamException {
    if (project.details() != null) {
      for (JsonNode date : project.details().path("dates")) {
        empty(
            "activity-date",
            "type",
            date.path("type").asText(),
            "iso-date",
            date.path("on").asText());
      }
    }
    for (var date : project.dates()) {
      empty("activity-date", "type", date.type(), "iso-date", date.on().toString());
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
      narrative("name", place);
      xml.writeEndElement();
    }
  }

  private void sectors(PublishedProject project) throws XMLStreamException {
    if (project.sector() != null) {
      empty(
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
    optional("vocabulary", share.path("vocabulary"));
    optional("vocabulary-uri", share.path("vocabularyUri"));
    optional("percentage", share.path("percentage"));
  }

  private void optional(String attribute, JsonNode value) throws XMLStreamException {
    if (value.isTextual()) {
      xml.writeAttribute(attribute, value.asText());
    }
  }

  private void empty(String element, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(element);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void narrative(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    narrative(text);
    xml.writeEndElement();
  }

  private void narrative(String text) throws XMLStreamException {
    text("narrative", text);
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
