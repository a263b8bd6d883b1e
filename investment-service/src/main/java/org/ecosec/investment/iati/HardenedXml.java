package org.ecosec.investment.iati;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ecosec.platform.problem.Problem;

/** Reads XML of strangers: no document type, no entities, no addresses. */
final class HardenedXml {

  private HardenedXml() {}

  static XMLStreamReader reader(InputStream stream) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory.createXMLStreamReader(stream);
  }

  // What the stream below refused comes wrapped, if at all.
  static RuntimeException refusal(XMLStreamException broken) {
    Throwable cause = broken;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (cause instanceof Problem refused) {
        return refused;
      }
      cause = cause.getCause();
    }
    var at = broken.getLocation();
    return Problem.unprocessable(
        "not-xml",
        "The file is not well-formed XML"
            + (at == null
                ? ""
                : " at line " + at.getLineNumber() + ", column " + at.getColumnNumber())
            + ": mend it and send it again.");
  }
}
