package org.ecosec.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Behind.class)
class EdgeTest {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void aCallIsHandedOnWithItsPathQueryAndTokenAndTheAnswerWithItsHeaders() throws Exception {
    var answer =
        send(at("/trade/v1/echo?importer=JPN&q=%C3%A9").header("Authorization", "Bearer x").GET());
    assertThat(answer.body())
        .isEqualTo("GET /trade/v1/echo?importer=JPN&q=%C3%A9 Bearer x " + edge().getAuthority());
    assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
  }

  @Test
  void anEventArrivesWhileTheStreamGoesOn() throws Exception {
    var answer = http.send(at("/trade/v1/stream").GET().build(), BodyHandlers.ofInputStream());
    try (var lines = answer.body()) {
      assertThat(new String(lines.readNBytes(13), StandardCharsets.UTF_8))
          .isEqualTo("data: first\n\n");
      Behind.FIRST_EVENT_SEEN.countDown();
      assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("data: second\n\n");
    }
  }

  @Test
  void aLargeUploadOfUnknownLengthPasses() throws Exception {
    byte[] block = new byte[1 << 20];
    var blocks =
        IntStream.range(0, 64).<InputStream>mapToObj(i -> new ByteArrayInputStream(block)).toList();
    var body =
        BodyPublishers.ofInputStream(
            () -> new SequenceInputStream(Collections.enumeration(blocks)));
    assertThat(send(at("/trade/v1/imports").POST(body)).body()).isEqualTo(Long.toString(64L << 20));
  }

  @Test
  void aServiceThatDoesNotAnswerIsNamedInAProblemDocument() throws Exception {
    var answer = send(at("/alerts/v1/alerts").GET());
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("alerts-service does not answer", "\"status\":502");

    var upload = send(at("/alerts/v1/alerts").POST(BodyPublishers.ofString("x".repeat(100_000))));
    assertThat(upload.statusCode()).isEqualTo(502);
  }

  @Test
  void thePageAndWhatItNeedsComeFromTheSameOrigin() throws Exception {
    var page = send(at("/").GET());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(page.body()).contains("<title>").doesNotContain("https://", "http://");
    assertThat(send(at("/page.js").GET()).statusCode()).isEqualTo(200);
    assertThat(send(at("/page.css").GET()).statusCode()).isEqualTo(200);

    var unknown = send(at("/nowhere").GET());
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  private static URI edge() {
    return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
  }

  private static HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(edge().resolve(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
