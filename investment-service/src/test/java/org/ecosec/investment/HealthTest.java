package org.ecosec.investment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class HealthTest {

  @TestHTTPResource(value = "/health", management = true)
  @SuppressWarnings("NullAway.Init") // Set by Quarkus.
  URI health;

  @Test
  void readyMeansTablesDatabaseAndBroker() {
    given()
        .get(health + "/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.name", hasItem(startsWith("investment tables")))
        .body("checks.name", hasItem(startsWith("Database")))
        .body("checks.name", hasItem(startsWith("Kafka")));
  }

  @Test
  void startedAndLiveAreAnsweredApart() {
    given().get(health + "/started").then().statusCode(200).body("status", equalTo("UP"));
    given().get(health + "/live").then().statusCode(200).body("status", equalTo("UP"));
  }
}
