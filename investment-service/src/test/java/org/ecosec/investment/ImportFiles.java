package org.ecosec.investment;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.ecosec.platform.testing.Tokens;

/** Sends files to the service and waits for what becomes of them. */
final class ImportFiles {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private ImportFiles() {}

  /** The answer to the POST of a file, whatever it is. */
  static ValidatableResponse post(byte[] body, Map<String, ?> query) {
    return given()
        .header("Authorization", Tokens.bearer("steward"))
        .contentType("application/octet-stream")
        .queryParams(query)
        .body(body)
        .post(Api.ROOT + "/imports")
        .then();
  }

  static ValidatableResponse post(String body, Map<String, ?> query) {
    return post(body.getBytes(UTF_8), query);
  }

  /** The finished import. */
  static ValidatableResponse imported(String body, Map<String, ?> query) {
    return imported(body.getBytes(UTF_8), query);
  }

  static ValidatableResponse imported(byte[] body, Map<String, ?> query) {
    var answer = post(body, query);
    assertThat(answer.extract().statusCode()).as(answer.extract().asString()).isEqualTo(202);
    return finished(answer.extract().header("Location"));
  }

  static ValidatableResponse finished(String location) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var answer = Api.json().get(location).then().statusCode(200);
      if (!answer.extract().<String>path("status").equals("RUNNING")) {
        return answer;
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    throw new AssertionError(location + " did not finish in " + PATIENCE);
  }

  static ValidatableResponse rejects(ValidatableResponse finished) {
    return Api.get("/imports/" + finished.extract().path("id") + "/rejects?limit=1000")
        .statusCode(200);
  }

  static byte[] gzip(byte[] plain) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
