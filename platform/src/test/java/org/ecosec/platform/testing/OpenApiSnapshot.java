package org.ecosec.platform.testing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The committed API description is the one that is served. After a wanted change run with {@code
 * -Decosec.openapi.write=true} and commit the file.
 */
public final class OpenApiSnapshot {

  private OpenApiSnapshot() {}

  /** Compares {@code contracts/openapi/<service>.yaml} with what the running service answers. */
  public static void check(String service, String path) {
    var answer = given().accept("application/yaml").get(path).then().statusCode(200).extract();
    var served = new String(answer.asByteArray(), UTF_8);
    var snapshot = Path.of("../contracts/openapi").resolve(service + ".yaml");
    try {
      if (Boolean.getBoolean("ecosec.openapi.write")) {
        Files.writeString(snapshot, served);
      }
      assertThat(served).isEqualTo(Files.readString(snapshot));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    given().get(path + ".json").then().statusCode(200);
  }
}
