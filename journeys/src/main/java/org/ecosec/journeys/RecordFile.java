package org.ecosec.journeys;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of the reference record as its manifest describes it, with what its import needs. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RecordFile(
    String file,
    String step,
    @Nullable String service,
    String source,
    String title,
    String format,
    @Nullable String profile,
    @Nullable String listedOn,
    String from,
    String to,
    long rows) {
  private static final String FOLDER = "/reference/";

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Manifest(List<RecordFile> files) {}

  static List<RecordFile> ofStep(String step) throws IOException {
    return new ObjectMapper()
        .readValue(read("manifest.json"), Manifest.class).files().stream()
            .filter(file -> file.step().equals(step))
            .toList();
  }

  /** The bytes of a file of the record, as they are shipped. */
  static byte[] read(String name) throws IOException {
    try (InputStream resource = RecordFile.class.getResourceAsStream(FOLDER + name)) {
      return Objects.requireNonNull(resource, name).readAllBytes();
    }
  }

  boolean rates() {
    return format.equals("exchange-rates");
  }

  /** The imports of the service that takes the file: trade unless the manifest says otherwise. */
  String imports() {
    return "/" + (service == null ? "trade" : service) + "/v1/imports";
  }

  String importPath() {
    String named = profile == null ? "" : "&profile=" + profile;
    if (service != null) {
      String listed = listedOn == null ? "" : "&listedOn=" + listedOn;
      return imports() + "?format=" + format + "&backfill=true" + named + listed;
    }
    // A second file of a source, such as its exports, is history as much as the first.
    String baseline = step.equals("history") ? "&baseline=true" : "";
    return imports() + "?format=" + format + "&source=" + source + baseline + named;
  }

  String contentType() {
    return file.endsWith(".gz") ? "application/gzip" : "text/csv";
  }
}
