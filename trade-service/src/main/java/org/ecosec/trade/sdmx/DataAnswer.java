package org.ecosec.trade.sdmx;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.ecosec.platform.http.Etags;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Answers a data query as a stream: 204 for nothing, 304 for what is known, 413 for too much. */
@ApplicationScoped
class DataAnswer {

  private final DataRows rows;
  private final Codelists codelists;
  private final Etags etags;
  private final ObjectMapper json;
  private final SdmxConfig config;

  DataAnswer(
      DataRows rows, Codelists codelists, Etags etags, ObjectMapper json, SdmxConfig config) {
    this.rows = rows;
    this.codelists = codelists;
    this.etags = etags;
    this.json = json;
    this.config = config;
  }

  Response to(DataQuery query, Format.Chosen chosen, @Nullable String ifNoneMatch) {
    // The same query of the same revision has the same bytes.
    var etag = etags.of(List.of(query.toString(), chosen.format(), chosen.options()));
    if (ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(",", -1)).anyMatch(tag -> tag.strip().equals(etag))) {
      return Response.notModified().header("ETag", etag).build();
    }
    long found = rows.count(query, config.maxObservations());
    if (found == 0) {
      return Response.noContent().header("ETag", etag).build();
    }
    if (found > config.maxObservations()) {
      throw new Problem(
          413,
          "answer-too-large",
          "More than "
              + config.maxObservations()
              + " observations match: narrow the key, ask for parts with offset and limit, or order"
              + " a file at /trade/v1/exports.");
    }
    StreamingOutput stream = output -> write(query, chosen, output);
    return Response.ok(stream)
        .type(chosen.format().mediaType())
        .header("ETag", etag)
        .header("Vary", "Accept, Accept-Encoding, Authorization")
        .build();
  }

  private void write(DataQuery query, Format.Chosen chosen, OutputStream output)
      throws IOException {
    var writer = writer(query.columns(), chosen, output);
    writer.begin(
        new DataWriter.Header("TRADE-" + query.revision(), rows.publishedAt(query.revision())));
    for (Action action : Action.of(query)) {
      writer.beginDataSet(action);
      // Rows come a few thousand at a time only within a transaction.
      QuarkusTransaction.requiringNew()
          .timeout((int) config.maxTime().toSeconds())
          .run(() -> rows.each(query, action, row -> write(writer, row)));
      writer.endDataSet();
    }
    writer.end();
  }

  private static void write(DataWriter writer, DataRow row) {
    try {
      writer.row(row);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private DataWriter writer(DataQuery.Columns columns, Format.Chosen chosen, OutputStream output)
      throws IOException {
    return switch (chosen.format()) {
      case DATA_JSON -> {
        var generator = json.createGenerator(output);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        yield new JsonDataWriter(generator, columns, codelists);
      }
      case DATA_CSV ->
          new CsvDataWriter(
              new BufferedWriter(new OutputStreamWriter(output, UTF_8)),
              columns,
              codelists,
              chosen);
      case DATA_XML -> {
        try {
          yield new XmlDataWriter(
              XMLOutputFactory.newFactory()
                  .createXMLStreamWriter(new BufferedWriter(new OutputStreamWriter(output, UTF_8))),
              columns);
        } catch (XMLStreamException impossible) {
          throw new IOException(impossible);
        }
      }
      case STRUCTURE_JSON, STRUCTURE_XML ->
          throw new IllegalArgumentException("No data format: " + chosen.format());
    };
  }
}
