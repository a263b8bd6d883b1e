package org.ecosec.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Brings figures and facts in through the public API. */
record Steward(PublicApi api) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Imports a trade file and answers the import once its rows are visible. */
  JsonNode imports(String path, byte[] file) throws Exception {
    var accepted = post(path, "application/gzip", file);
    if (accepted.status() != 202) {
      throw new AssertionError(path + " was answered " + accepted.detail());
    }
    String id = accepted.body().path("id").asText();
    return Eventually.get(
        "import " + id + " to end",
        () ->
            Optional.of(new Analyst(api).reads("/trade/v1/imports/" + id))
                .filter(view -> !view.path("status").asText().equals("RUNNING")));
  }

  /** Registers a fact and answers it as the service keeps it. */
  JsonNode registers(String path, String json) throws Exception {
    var answer = post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    if (!answer.ok()) {
      throw new AssertionError(path + " was answered " + answer.detail());
    }
    return answer.body();
  }

  /** Registers the entry of a shipped list of facts that has the id. */
  JsonNode registersShipped(String list, String id, String path) throws Exception {
    for (JsonNode fact : JSON.readTree(RecordFile.read(list + ".json"))) {
      if (fact.path("id").asText().equals(id)) {
        return registers(path, fact.toString());
      }
    }
    throw new AssertionError(list + ".json has no " + id);
  }

  PublicApi.Answer post(String path, String contentType, byte[] body) throws Exception {
    return api.post(path, contentType, UUID.randomUUID().toString(), body);
  }
}
