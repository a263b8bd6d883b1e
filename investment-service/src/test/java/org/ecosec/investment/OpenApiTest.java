package org.ecosec.investment;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed API description is the one that is served. After a wanted change run with {@code
 * -Decosec.openapi.write=true} and commit the file.
 */
@QuarkusTest
@RealInvestment
class OpenApiTest {

  private static final Path SNAPSHOT = Path.of("../contracts/openapi/investment-service.yaml");

  @Test
  void theServedDescriptionIsTheCommittedOne() throws IOException {
    var served =
        given()
            .accept("application/yaml")
            .get("/investment/v1/openapi")
            .then()
            .statusCode(200)
            .extract()
            .body()
            .asByteArray();
    var text = new String(served, UTF_8);
    if (Boolean.getBoolean("ecosec.openapi.write")) {
      Files.writeString(SNAPSHOT, text);
    }
    assertThat(text).isEqualTo(Files.readString(SNAPSHOT));
  }

  @Test
  void itIsServedAsJsonToo() {
    given().get("/investment/v1/openapi.json").then().statusCode(200);
  }
}
