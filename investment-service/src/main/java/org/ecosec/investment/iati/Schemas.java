package org.ecosec.investment.iati;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The official schema of activity files, shipped with this service (CC BY 4.0, see its notice). */
public final class Schemas {

  private static final String FOLDER = "/iati/2.03/";
  private static final String NO_ACCESS = "";

  private Schemas() {}

  public static Schema activities() {
    var factory = SchemaFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, NO_ACCESS);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, NO_ACCESS);
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, baseUri) -> shipped(systemId));
      return factory.newSchema(
          new Source[] {new StreamSource(open("iati-activities-schema.xsd"), "iati")});
    } catch (SAXException broken) {
      throw new IllegalStateException("The shipped IATI schema cannot be read", broken);
    }
  }

  private static LSInput shipped(String systemId) {
    var name = systemId.substring(systemId.lastIndexOf('/') + 1);
    try (var stream = open(name)) {
      return new ShippedSchema(
          name, new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static java.io.InputStream open(String name) {
    return Objects.requireNonNull(Schemas.class.getResourceAsStream(FOLDER + name), name);
  }
}
