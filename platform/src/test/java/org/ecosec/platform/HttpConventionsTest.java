package org.ecosec.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ecosec.platform.testing.RealServers;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealServers.class,
    initArgs = @ResourceArg(name = "database", value = "platform"))
class HttpConventionsTest {

  private static final String THINGS = "/sample/v1/things";

  private final int managementPort;

  HttpConventionsTest(@ConfigProperty(name = "quarkus.management.test-port") int managementPort) {
    this.managementPort = managementPort;
  }

  @Test
  void unknownPathIsAProblemDocument() {
    problem(given().get("/nothing/here").then(), 404, "unknown-path");
    problem(given().get(THINGS + "/none/of/this").then(), 404, "unknown-path");
  }

  @Test
  void unknownItemSaysWhichOne() {
    problem(given().get(THINGS + "/absent").then(), 404, "no-such-thing")
        .body("detail", containsString("absent"));
  }

  @Test
  void wrongMethodAndMediaTypeAreProblems() {
    problem(given().delete(THINGS).then(), 405, "method-not-allowed");
    problem(given().accept("image/png").get(THINGS).then(), 406, "not-acceptable");
    problem(
        steward().contentType("text/plain").body("x").post(THINGS).then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void malformedBodiesPointAtTheField() {
    problem(post("{\"id\":"), 400, "malformed-body");
    problem(post(thing("a1", "1").replace("}}", "}, \"extra\": 1}")), 400, "malformed-body")
        .body("errors[0].pointer", equalTo("/extra"));
    problem(post(thing("a1", "\"1\"")), 400, "malformed-body")
        .body("errors[0].pointer", equalTo("/amount"));
    problem(
        post(thing("a1", "1").replace("{\"id\"", "{\"id\": \"x\", \"id\"")), 400, "malformed-body");
    problem(post(thing("a1", "1") + " trailing"), 400, "malformed-body");
    problem(post(thing("a1", "-1")), 422, "bad-amount")
        .body("errors[0].pointer", equalTo("/amount"));
    problem(post("[".repeat(5_000)), 400, "malformed-body");
  }

  @Test
  void bodyOverTheLimitIsRefused() {
    problem(post(thing("a1", "1").replace("title", "x".repeat(1_100_000))), 413, "body-too-large");
  }

  @Test
  void aCallerWhoAsksTooOftenIsToldToWaitAndNobodyElseIs() {
    var flood = given().header("Authorization", "Bearer flood");
    var answers =
        java.util.stream.IntStream.range(0, 500)
            .mapToObj(n -> flood.get(THINGS))
            .filter(answer -> answer.statusCode() == 429)
            .toList();
    assertThat(answers).isNotEmpty();
    assertThat(answers).allMatch(answer -> Long.parseLong(answer.header("Retry-After")) >= 1);
    problem(answers.getFirst().then(), 429, "too-many-requests");
    given().get(THINGS).then().statusCode(200);
  }

  @Test
  void onlyListedOriginsMayCallFromABrowser() {
    given()
        .header("Origin", "https://ministry.example")
        .get(THINGS)
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://ministry.example")
        .header("Access-Control-Expose-Headers", containsString("ETag"));
    given().header("Origin", "https://elsewhere.example").get(THINGS).then().statusCode(403);
    given().get(THINGS).then().statusCode(200).header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void theOutboxSaysHowFarItIsBehind() {
    var metrics = given().port(managementPort).get("/q/metrics").asString();
    assertThat(metrics).contains("ecosec_outbox_unsent").contains("ecosec_outbox_oldest_seconds");
  }

  @Test
  void aBugIsA500WithoutItsInside() {
    problem(given().get(THINGS + "/broken").then(), 500, "internal-error")
        .body(not(containsString("secret")));
  }

  @Test
  void writingNeedsATokenOfTheRightRole() {
    problem(
        given().contentType("application/json").body(thing("t1", "1")).post(THINGS).then(),
        401,
        "unauthenticated");
    problem(
        given().header("Authorization", "Bearer not.a.token").get(THINGS).then(),
        401,
        "unauthenticated");
    problem(
        given()
            .header("Authorization", Tokens.bearer("analyst"))
            .contentType("application/json")
            .body(thing("t1", "1"))
            .post(THINGS)
            .then(),
        403,
        "forbidden");
  }

  @Test
  void anEndpointWithoutARoleIsClosed() {
    given()
        .header("Authorization", Tokens.bearer("steward"))
        .get(THINGS + "/forgotten")
        .then()
        .statusCode(403);
  }

  @Test
  void listIsPagedWithoutGapOrRepeat() {
    for (int i = 0; i < 5; i++) {
      post(thing("page" + i, "1")).statusCode(201);
    }
    var first =
        given().queryParam("limit", 2).get(THINGS).then().statusCode(200).body("items", hasSize(2));
    assertThat(first.extract().header("Link")).contains("cursor=").contains("rel=\"next\"");
    String next = first.extract().path("next");
    String lastOfFirst = first.extract().path("items[1].id");
    String firstOfSecond =
        given()
            .queryParam("cursor", next)
            .get(THINGS)
            .then()
            .statusCode(200)
            .body("next", nullValue())
            .extract()
            .path("items[0].id");
    assertThat(firstOfSecond).isGreaterThan(lastOfFirst);
    problem(given().queryParam("limit", "many").get(THINGS).then(), 400, "bad-limit");
    problem(given().queryParam("cursor", "*").get(THINGS).then(), 400, "bad-cursor");
  }

  @Test
  void csvUnfoldsNestedFieldsAndDefusesFormulas() {
    post(thing("csv", "12.50").replace("a title", "=HYPERLINK(1)")).statusCode(201);
    var csv = given().accept("text/csv").get(THINGS).then().statusCode(200).extract();
    assertThat(csv.contentType()).startsWith("text/csv");
    assertThat(csv.asString().lines())
        .first()
        .isEqualTo("id,title,amount,handling,unit.name,unit.note");
    assertThat(csv.asString()).contains("csv,'=HYPERLINK(1),12.50,PUBLIC,JPY,\r\n");
  }

  @Test
  void sameBytesAnswer304AndChangedOnesDoNot() {
    post(thing("etag", "1")).statusCode(201);
    var tag = given().get(THINGS + "/etag").then().statusCode(200).extract().header("ETag");
    given().header("If-None-Match", tag).get(THINGS + "/etag").then().statusCode(304);
    change("etag", tag, "2").statusCode(200);
    given().header("If-None-Match", tag).get(THINGS + "/etag").then().statusCode(200);
    problem(change("etag", tag, "3"), 412, "changed-meanwhile");
    problem(
        steward()
            .contentType("application/json")
            .body(thing("etag", "3"))
            .put(THINGS + "/etag")
            .then(),
        428,
        "if-match-required");
  }

  @Test
  void idempotencyKeyActsOnce() {
    var key = UUID.randomUUID().toString();
    var first = keyed(key, thing("once", "7")).statusCode(201).extract();
    var second =
        keyed(key, thing("once", "7"))
            .statusCode(201)
            .header("Idempotent-Replayed", "true")
            .extract();
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    problem(keyed(key, thing("other", "7")), 422, "idempotency-key-reused");
    given().get(THINGS + "/other").then().statusCode(404);
  }

  @Test
  void aCallerWithoutTheLevelDoesNotSeeTheRow() {
    post(thing("secret", "1").replace("PUBLIC", "RESTRICTED")).statusCode(201);
    given().get(THINGS + "/secret").then().statusCode(404);
    given()
        .header("Authorization", Tokens.bearer("reader", "PARTNER"))
        .get(THINGS + "/secret")
        .then()
        .statusCode(404);
    given()
        .header("Authorization", Tokens.bearer("reader", "RESTRICTED"))
        .get(THINGS + "/secret")
        .then()
        .statusCode(200);
  }

  @Test
  void openApiIsServed() {
    given().get("/q/openapi.json").then().statusCode(200).body("openapi", equalTo("3.1.0"));
  }

  private static io.restassured.specification.RequestSpecification steward() {
    return given().header("Authorization", Tokens.bearer("steward"));
  }

  private static ValidatableResponse post(String body) {
    return steward().contentType("application/json").body(body).post(THINGS).then();
  }

  private static ValidatableResponse keyed(String key, String body) {
    return steward()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post(THINGS)
        .then();
  }

  private static ValidatableResponse change(String id, String ifMatch, String amount) {
    return steward()
        .header("If-Match", ifMatch)
        .contentType("application/json")
        .body(thing(id, amount))
        .put(THINGS + "/" + id)
        .then();
  }

  private static String thing(String id, String amount) {
    return "{\"id\": \"%s\", \"title\": \"a title\", \"amount\": %s, \"handling\": \"PUBLIC\", \"unit\": {\"name\": \"JPY\", \"note\": null}}"
        .formatted(id, amount);
  }

  private static ValidatableResponse problem(
      ValidatableResponse response, int status, String slug) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ecosec:problem:" + slug))
        .body("status", equalTo(status));
  }
}
