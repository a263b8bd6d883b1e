package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class SubscriptionResourceTest {

  private static final String URL = "http://127.0.0.1:1/";

  @Test
  void theSecretIsShownOnce() {
    var created = Api.subscribing("{}", URL).statusCode(201).body("secret", startsWith("whsec_"));
    var path = created.extract().header("Location");
    Api.as("analyst").get(path).then().statusCode(200).body(not(containsString("whsec_")));
    Api.as("analyst").get(Api.SUBSCRIPTIONS).then().body(not(containsString("whsec_")));
    end(path, created.extract().header("ETag"));
  }

  @Test
  void anotherOnesSubscriptionDoesNotExist() {
    var created = Api.subscribing("{}", URL).statusCode(201).extract();
    Api.as("steward").get(created.header("Location")).then().statusCode(404);
    given().get(created.header("Location")).then().statusCode(401);
    end(created.header("Location"), created.header("ETag"));
  }

  @Test
  void aSubscriptionIsChangedOnlyInTheVersionThatWasRead() {
    var created = Api.subscribing("{}", URL).statusCode(201).extract();
    var path = created.header("Location");
    var body =
        "{\"label\": \"desk\", \"channel\": {\"type\": \"WEBHOOK\", \"url\": \"%s\"}}"
            .formatted(URL);
    Api.as("analyst").body(body).put(path).then().statusCode(428);
    var changed =
        Api.as("analyst")
            .header("If-Match", created.header("ETag"))
            .body(body)
            .put(path)
            .then()
            .statusCode(200)
            .body("label", equalTo("desk"));
    Api.as("analyst")
        .header("If-Match", created.header("ETag"))
        .body(body)
        .put(path)
        .then()
        .statusCode(412);
    Api.as("analyst")
        .header("If-Match", created.header("ETag"))
        .delete(path)
        .then()
        .statusCode(412);
    end(path, Api.as("analyst").get(path).header("ETag"));
    changed.body("state", equalTo("PENDING"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "http://8.8.8.8/",
        "https://localhost/",
        "https://0x7f.1/",
        "nonsense"
      })
  void addressesThatAreNotPublicAreRefused(String url) {
    Api.subscribing("{}", url)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ecosec:problem:bad-webhook-url"))
        .body("errors[0].pointer", equalTo("/channel/url"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"severity\": \"LOUD\"}",
        "{\"importers\": [\"Japan\"]}",
        "{\"products\": [\"%\"]}",
        "{\"colour\": \"red\"}",
        "[]"
      })
  void aFilterThatCannotMatchIsRefused(String filter) {
    Api.subscribing(filter, URL).statusCode(org.hamcrest.Matchers.oneOf(400, 422));
  }

  @Test
  void nobodySubscribesAboveTheirOwnLevel() {
    Api.as("analyst")
        .body(
            "{\"handling\": \"RESTRICTED\", \"channel\": {\"type\": \"WEBHOOK\", \"url\": \"%s\"}}"
                .formatted(URL))
        .post(Api.SUBSCRIPTIONS)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:ecosec:problem:bad-handling"));
  }

  private static void end(String path, String etag) {
    Api.as("analyst").header("If-Match", etag).delete(path).then().statusCode(204);
    Api.as("analyst").get(path).then().statusCode(404);
  }
}
