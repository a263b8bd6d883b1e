package org.ecosec.investment.iati;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The attributes of the element that the reader is at; an empty one is none. */
record Attributes(XMLStreamReader reader) {

  /** The namespace of what this service adds to its files, as the standard allows. */
  static final String OWN = "urn:ecosec:iati";

  @Nullable String of(String name) {
    return value(null, name);
  }

  @Nullable String own(String name) {
    return value(OWN, name);
  }

  String or(String name, String otherwise) {
    var value = of(name);
    return value == null ? otherwise : value;
  }

  private @Nullable String value(@Nullable String namespace, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      var other = reader.getAttributeNamespace(i);
      boolean same = namespace == null ? other == null || other.isEmpty() : namespace.equals(other);
      if (same && reader.getAttributeLocalName(i).equals(name)) {
        var value = reader.getAttributeValue(i).strip();
        return value.isEmpty() ? null : value;
      }
    }
    return null;
  }
}
