package org.ecosec.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Loads the figures and facts that the product ships with through the public APIs, in two steps:
 * everything up to the last period but one as the silent baseline, then the newest period of each
 * source as news. What is there already is left as it is, so an interrupted load can be repeated.
 */
final class ReferenceRecord {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SILENTLY = "?backfill=true";
  private static final Map<String, String> FACTS =
      Map.of(
          "measures", "/trade/v1/measures",
          "pledges", "/investment/v1/pledges",
          "projects", "/investment/v1/projects",
          "milestones", "/investment/v1/milestones",
          "targets", "/investment/v1/targets",
          "initiatives", "/investment/v1/initiatives");

  private final PublicApi api;
  private final Consumer<String> progress;

  ReferenceRecord(PublicApi api, Consumer<String> progress) {
    this.api = api;
    this.progress = progress;
  }

  void load() throws IOException, InterruptedException {
    progress.accept("Loading the reference record: history, as the silent baseline");
    for (RecordFile file : RecordFile.ofStep("history")) {
      take(file);
    }
    var measures = facts("measures");
    var newest = newest(measures);
    register("measures", measures.stream().filter(fact -> !fact.equals(newest)).toList(), SILENTLY);
    notices();
    for (String kind : List.of("pledges", "projects", "milestones", "targets", "initiatives")) {
      register(kind, facts(kind), SILENTLY);
    }
    progress.accept("Loading the reference record: the newest period of each source, as news");
    for (RecordFile file : RecordFile.ofStep("newest")) {
      take(file);
    }
    register("measures", List.of(newest), "");
  }

  private void take(RecordFile file) throws IOException, InterruptedException {
    byte[] body = RecordFile.read(file.file());
    String path =
        file.rates()
            ? "/investment/v1/exchange-rates?backfill=true&rateSet=" + file.source()
            : file.importPath();
    var answer = api.post(path, file.contentType(), key(body), body);
    require(answer, file.file());
    String outcome =
        file.rates()
            ? file.rows() + " rates"
            : merged(file.imports() + "/" + answer.body().path("id").asText());
    progress.accept("  %s, %s to %s: %s".formatted(file.title(), file.from(), file.to(), outcome));
  }

  /** Waits until the rows of an import are visible and says what became of them. */
  private String merged(String path) throws IOException, InterruptedException {
    while (true) {
      JsonNode view = require(api.get(path), path);
      switch (view.path("status").asText()) {
        case "COMPLETED" -> {
          return "%d rows, %d rejected"
              .formatted(view.path("rowsRead").asLong(), view.path("rowsRejected").asLong());
        }
        case "FAILED" -> throw new Refusal("The import failed: " + view.path("failure").asText());
        default -> Thread.sleep(100);
      }
    }
  }

  /** Official notices come in as candidates; a steward makes measures of them. */
  private void notices() throws IOException, InterruptedException {
    byte[] body = RecordFile.read("federal-register.csv");
    String path = "/trade/v1/measures/imports?format=federal-register&backfill=true";
    var taken = require(api.post(path, "text/csv", key(body), body), "federal-register.csv");
    progress.accept(
        "  notices of the US Federal Register, as candidates: "
            + (taken.path("registered").asInt() + taken.path("known").asInt()));
  }

  private static List<JsonNode> facts(String kind) throws IOException {
    var facts = new ArrayList<JsonNode>();
    JSON.readTree(RecordFile.read(kind + ".json")).forEach(facts::add);
    return facts;
  }

  /** The measure announced last: the newest period of the register, which is a source too. */
  private static JsonNode newest(List<JsonNode> measures) {
    return measures.stream()
        .max(Comparator.comparing(measure -> measure.path("announced").path("on").asText("")))
        .orElseThrow();
  }

  private void register(String kind, List<JsonNode> facts, String query)
      throws IOException, InterruptedException {
    String path = FACTS.get(kind) + query;
    for (JsonNode fact : facts) {
      byte[] body = JSON.writeValueAsBytes(fact);
      var answer = api.post(path, "application/json", key(body), body);
      // Registered before, and perhaps corrected since: never overwritten.
      if (answer.status() != 409) {
        require(answer, kind + " " + fact.path("id").asText());
      }
    }
    progress.accept("  %s: %d".formatted(kind, facts.size()));
  }

  private static JsonNode require(PublicApi.Answer answer, String what) {
    if (!answer.ok()) {
      throw new Refusal(
          "The reference record could not be loaded: %s was refused: %s"
              .formatted(what, answer.detail()));
    }
    return answer.body();
  }

  private static String key(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return "reference-record-" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
