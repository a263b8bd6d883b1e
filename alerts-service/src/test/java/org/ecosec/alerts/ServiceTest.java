package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.ecosec.platform.testing.OpenApiSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service as its clients and operators find it. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class ServiceTest {

  @Test
  void theApiIsTheOneThatWasCommitted() {
    OpenApiSnapshot.check("alerts-service", "/alerts/v1/openapi");
  }

  @ParameterizedTest
  @CsvSource({
    "/alerts/v1/alerts?limit=0, 400, bad-limit",
    "/alerts/v1/alerts?cursor=nonsense, 400, bad-cursor",
    "/alerts/v1/alerts?severity=LOUD, 400, bad-severity",
    "/alerts/v1/alerts?state=OPEN, 400, bad-state",
    "/alerts/v1/alerts/no-uuid, 404, no-such-alert",
    "/alerts/v1/alerts/00000000-0000-7000-8000-000000000000, 404, no-such-alert",
    "/alerts/v1/alerts/00000000-0000-7000-8000-000000000000/notifications, 404, no-such-alert",
    "/alerts/v1/rules/none, 404, no-such-rule",
    "/alerts/v1/impacts, 400, measure-required",
    "/alerts/v1/impacts?measure=none, 404, no-such-measure",
    "/alerts/v1/impacts?measure=none&asOf=yesterday, 400, bad-as-of",
    "/alerts/v1/nothing, 404, unknown-path"
  })
  void everyRefusalIsAProblemDocument(String path, int status, String slug) {
    given()
        .get(path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ecosec:problem:" + slug));
  }

  @Test
  void alertsArePagedAndComeAsCsv() {
    for (int i = 0; i < 3; i++) {
      var product = Indicator.newProduct();
      Indicator.of(product).publish();
      Api.alert(product, 1);
    }
    var first = given().get("/alerts/v1/alerts?limit=2").then().statusCode(200).extract();
    assertThat(first.jsonPath().getList("items")).hasSize(2);
    assertThat(first.header("Link")).contains("rel=\"next\"");
    String next = first.jsonPath().getString("next");
    var second = given().queryParam("cursor", next).queryParam("limit", 2).get("/alerts/v1/alerts");
    assertThat(second.jsonPath().getString("items[0].alertId"))
        .isLessThan(first.jsonPath().getString("items[1].alertId"));
    var csv = given().accept("text/csv").get("/alerts/v1/alerts?limit=1").asString();
    assertThat(csv).contains("subject.product").contains("CONCENTRATION");
  }
}
