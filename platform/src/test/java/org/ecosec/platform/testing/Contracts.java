package org.ecosec.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The shared truth of events: schemas and samples of {@code contracts}, by topic. */
public final class Contracts {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Contracts() {}

  /** What is wrong with a payload; empty if it keeps the topic's schema. */
  public static List<String> violations(String topic, String payload) {
    var schema = SCHEMAS.getSchema(resource("schemas/" + topic + ".schema.json"), InputFormat.JSON);
    return schema.validate(payload, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  /** The topic's sample payload. */
  public static String sample(String topic) {
    return resource("samples/" + topic + ".json");
  }

  private static String resource(String path) {
    try (var stream = Contracts.class.getResourceAsStream("/contracts/" + path)) {
      if (stream == null) {
        throw new IllegalArgumentException("contracts has no " + path);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
