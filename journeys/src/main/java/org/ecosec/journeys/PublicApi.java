package org.ecosec.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The public APIs as one bearer of a token sees them. */
public final class PublicApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI edge;
  private final String token;

  public PublicApi(URI edge, String token) {
    this.edge = edge;
    this.token = token;
  }

  /** An answer with its body as JSON; no body is a missing node. */
  public record Answer(int status, JsonNode body) {
    public boolean ok() {
      return status / 100 == 2;
    }

    /** The sentence of a problem document, or the bare status. */
    public String detail() {
      return body.path("detail").asText("status " + status) + body.path("errors").toString();
    }
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Posts once: a repeat with the same key and body is answered as the first time. */
  public Answer post(String path, String contentType, String idempotencyKey, byte[] body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(edge.resolve(path))
        .timeout(PATIENCE)
        .header("Accept", "application/json, application/problem+json")
        .header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
    byte[] body = response.body();
    String type = response.headers().firstValue("Content-Type").orElse("");
    boolean json = body.length > 0 && type.contains("json");
    return new Answer(
        response.statusCode(), json ? JSON.readTree(body) : MissingNode.getInstance());
  }
}
