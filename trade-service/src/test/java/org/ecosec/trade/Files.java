package org.ecosec.trade;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.ecosec.platform.testing.Tokens;

/** Sends files to the service and waits for what becomes of them. */
public final class Files {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Files() {}

  /** The answer to the POST of a body, whatever it is. */
  public static ValidatableResponse post(byte[] body, Map<String, ?> query) {
    return given()
        .header("Authorization", Tokens.bearer("steward"))
        .contentType("text/csv")
        .queryParams(query)
        .body(body)
        .post("/trade/v1/imports")
        .then();
  }

  /** The finished import of a Comtrade CSV under a source of its own. */
  public static ValidatableResponse imported(String csv, String source) {
    return imported(
        csv.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Map.of("format", "comtrade", "source", source));
  }

  public static ValidatableResponse imported(byte[] body, Map<String, ?> query) {
    String location = post(body, query).statusCode(202).extract().header("Location");
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var answer = given().get(location).then().statusCode(200);
      if (!answer.extract().<String>path("status").equals("RUNNING")) {
        return answer;
      }
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    throw new AssertionError(location + " did not finish in " + PATIENCE);
  }

  /** Waits until a read answers what is expected. */
  public static void eventually(Runnable expectation) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        expectation.run();
        return;
      } catch (AssertionError notYet) {
        if (System.nanoTime() > end) {
          throw notYet;
        }
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }
}
