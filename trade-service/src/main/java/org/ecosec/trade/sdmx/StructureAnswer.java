package org.ecosec.trade.sdmx;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.trade.sdmx.Availability.Available;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.ecosec.trade.sdmx.StructureQuery.Kind;
import org.jspecify.annotations.Nullable;

/** Writes structures and availability in the format that was chosen. */
@ApplicationScoped
class StructureAnswer {

  private final Structures structures;
  private final Revisions revisions;
  private final DataRows rows;

  StructureAnswer(Structures structures, Revisions revisions, DataRows rows) {
    this.structures = structures;
    this.revisions = revisions;
    this.rows = rows;
  }

  Response to(Structures.Found found, Format format) {
    return answer(new Content(null, List.of(), found), format);
  }

  Response to(Available available, List<Dimension> wanted, String references, Format format) {
    var types =
        references.equals("all")
            ? Kind.all()
            : StructureQuery.references(Set.of(Kind.DATAFLOW), references);
    return answer(new Content(available, wanted, structures.around(types)), format);
  }

  private record Content(
      @Nullable Available available, List<Dimension> wanted, Structures.Found found) {}

  private Response answer(Content content, Format format) {
    var prepared = rows.publishedAt(revisions.current());
    byte[] body = format == Format.STRUCTURE_XML ? xml(content, prepared) : json(content, prepared);
    return Response.ok(body)
        .type(format.mediaType())
        .header("Vary", "Accept, Accept-Encoding, Authorization")
        .build();
  }

  private static byte[] json(Content content, Instant prepared) {
    var message = new JsonStructures(prepared);
    if (content.available() != null) {
      message.add(content.available(), content.wanted());
    }
    message.add(content.found());
    return message.message().toString().getBytes(UTF_8);
  }

  private static byte[] xml(Content content, Instant prepared) {
    try {
      var bytes = new ByteArrayOutputStream();
      var message =
          new XmlStructures(
              XMLOutputFactory.newFactory()
                  .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name()));
      message.begin(prepared);
      message.write(content.found());
      if (content.available() != null) {
        message.write(content.available(), content.wanted());
      }
      message.end();
      return bytes.toByteArray();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
