package org.ecosec.investment.iati;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Reads an activity file as a stream: no document type, no entities, everything bounded, checked
 * against the schema and the rules of the standard as it passes. What is no such file is refused
 * whole; what is wrong in an activity is told with its line and path.
 */
public final class ActivityFile {

  private static final int MAX_ATTRIBUTES = 50;
  private static final int MAX_TEXT = 100_000;
  private static final int MAX_FINDINGS = 50;
  private static final String VERSION = "2.03";

  private final TokenGuard guard;
  private final SchemaCheck schema;
  private final ActivitySink sink;
  private final LocalDate today;
  private final XmlPath path = new XmlPath();
  private final StringBuilder text = new StringBuilder();
  private final Set<String> notKept = new TreeSet<>();
  private @Nullable ActivityBuilder activity;
  private int findings;

  private ActivityFile(TokenGuard guard, SchemaCheck schema, LocalDate today, ActivitySink sink) {
    this.guard = guard;
    this.schema = schema;
    this.today = today;
    this.sink = sink;
  }

  public static void read(InputStream stream, Schema schema, LocalDate today, ActivitySink sink) {
    try {
      var guard = new TokenGuard(stream);
      new ActivityFile(guard, new SchemaCheck(schema), today, sink).read();
    } catch (XMLStreamException broken) {
      throw HardenedXml.refusal(broken);
    } catch (SAXException broken) {
      throw new IllegalStateException("The schema check broke off", broken);
    }
  }

  private void read() throws XMLStreamException, SAXException {
    XMLStreamReader reader = HardenedXml.reader(guard);
    while (reader.hasNext()) {
      int event = reader.next();
      guard.token();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text(reader);
        case XMLStreamConstants.END_ELEMENT -> end(reader);
        case XMLStreamConstants.DTD ->
            throw Problem.unprocessable(
                "xml-doctype", "Line " + line(reader) + ": an activity file has no DOCTYPE.");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw Problem.unprocessable(
                "xml-entity", "Line " + line(reader) + ": the file uses an entity; write it out.");
        default -> {
          // Comments and processing instructions say nothing.
        }
      }
    }
  }

  private void start(XMLStreamReader reader) throws SAXException {
    bound(path.enter(name(reader)), reader, "has elements nested or named too wildly");
    bound(reader.getAttributeCount() <= MAX_ATTRIBUTES, reader, "has over 50 attributes");
    text.setLength(0);
    if (path.depth() == 1) {
      refuseOther(reader);
    }
    schema.start(reader);
    if (path.depth() == 2 && name(reader).equals("iati-activity")) {
      activity = new ActivityBuilder(path.number(), place(reader), sink);
      findings = 0;
    }
    tell(reader);
    if (activity != null && path.depth() >= 2) {
      activity.start(path.below(), new Attributes(reader), () -> place(reader));
    }
  }

  private void text(XMLStreamReader reader) throws SAXException {
    bound(
        text.length() + reader.getTextLength() <= MAX_TEXT, reader, "has over 100,000 characters");
    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    schema.text(reader);
    tell(reader);
  }

  private void end(XMLStreamReader reader) throws SAXException {
    schema.end(reader);
    tell(reader);
    if (activity != null && path.depth() >= 2) {
      boolean known = activity.end(path.below(), text.toString().strip(), () -> place(reader));
      if (!known && notKept.size() < 200) {
        notKept.add(path.below());
      }
      if (path.depth() == 2) {
        finish(activity);
      }
    }
    text.setLength(0);
    path.leave();
  }

  // An activity that the schema refuses may lack what the rules look at.
  private void finish(ActivityBuilder done) {
    if (findings == 0) {
      var whole = done.build();
      for (Finding finding : ActivityRules.findings(whole, today)) {
        sink.problem(done.part(), finding);
      }
      sink.activity(done.part(), whole);
    }
    sink.end(done.part(), notKept);
    activity = null;
  }

  private void tell(XMLStreamReader reader) {
    for (String wrong : schema.found()) {
      if (activity == null) {
        throw Problem.unprocessable("not-iati", "Line " + line(reader) + ", " + path + ": " + wrong)
            .at(path.toString(), wrong);
      }
      findings++;
      if (findings <= MAX_FINDINGS) {
        int colon = wrong.indexOf(':');
        sink.problem(
            activity.part(),
            new Finding(
                place(reader),
                "XSD",
                colon < 0 ? wrong : wrong.substring(colon + 1).strip(),
                null));
      }
    }
  }

  private static void refuseOther(XMLStreamReader root) {
    var version = root.getAttributeValue(null, "version");
    if (!root.getLocalName().equals("iati-activities") || !VERSION.equals(version)) {
      throw Problem.unprocessable(
          "not-iati",
          "The file is not <iati-activities version=\"2.03\">: send IATI activities of version 2.03.");
    }
  }

  private void bound(boolean within, XMLStreamReader reader, String excess) {
    if (!within) {
      throw Problem.unprocessable(
          "xml-limit", "Line " + line(reader) + ", " + path + ": the file " + excess + ".");
    }
  }

  // Elements of other namespaces keep their prefix, so that none passes for one of the standard.
  private static String name(XMLStreamReader reader) {
    var namespace = reader.getNamespaceURI();
    return namespace == null || namespace.isEmpty()
        ? reader.getLocalName()
        : reader.getPrefix() + ':' + reader.getLocalName();
  }

  private Place place(XMLStreamReader reader) {
    return new Place(line(reader), path.toString());
  }

  private static int line(XMLStreamReader reader) {
    return reader.getLocation().getLineNumber();
  }
}
