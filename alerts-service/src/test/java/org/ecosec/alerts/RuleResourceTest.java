package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.ecosec.alerts.alert.Upkeep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class RuleResourceTest {

  private static final String RULES = "/alerts/v1/rules";

  @Inject Upkeep upkeep;

  private final String id = "rule-" + UUID.randomUUID();

  @Test
  void theShippedRulesAreThere() {
    given()
        .get(RULES)
        .then()
        .statusCode(200)
        .body("items.id", hasItems("concentration", "measure-exposure", "pledge-behind-plan"));
    given().accept("text/csv").get(RULES).then().statusCode(200);
  }

  @Test
  void aRuleIsAddedChangedAndVersioned() {
    var location =
        Api.as("steward").body(draft("false")).post(RULES).then().statusCode(201).extract();
    Api.as("steward").body(draft("false")).post(RULES).then().statusCode(409);
    Api.as("steward").body(draft("true")).put(RULES + "/" + id).then().statusCode(428);
    Api.as("steward")
        .header("If-Match", location.header("ETag"))
        .body(draft("importer == 'IND'"))
        .put(RULES + "/" + id)
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    Api.as("steward")
        .header("If-Match", location.header("ETag"))
        .body(draft("true"))
        .put(RULES + "/" + id)
        .then()
        .statusCode(412);
    given().get(location.header("Location")).then().body("where", equalTo("importer == 'IND'"));
  }

  @Test
  void aConditionThatDoesNotTypeCheckIsRefused() {
    Api.as("steward")
        .body(draft("importer > 1"))
        .post(RULES)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ecosec:problem:bad-condition"))
        .body("errors.pointer", contains("/where"));
    given().get(RULES + "/" + id).then().statusCode(404);
  }

  @Test
  void everyVersionIsKeptWithItsAuthor() {
    var created = Api.as("steward").body(draft("false")).post(RULES).then().statusCode(201);
    Api.as("steward")
        .header("If-Match", created.extract().header("ETag"))
        .body(draft("importer == 'IND'"))
        .put(RULES + "/" + id)
        .then()
        .statusCode(200);
    given()
        .get(RULES + "/" + id + "/versions")
        .then()
        .statusCode(200)
        .body("items.version", contains(1, 2))
        .body("items.createdBy", contains("steward-of-tests", "steward-of-tests"))
        .body("items.rule.where", contains("false", "importer == 'IND'"));
    given().get(RULES + "/" + id + "/versions/1").then().body("rule.where", equalTo("false"));
    given().get(RULES + "/" + id + "/versions/3").then().statusCode(404);
  }

  @Test
  void aRuleThatAsksForWhatIsNotWatchedIsRefusedWithThatReason() {
    Api.as("steward")
        .body(draft("importer in ['JPN', 'KOR']"))
        .post(RULES)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:ecosec:problem:not-watched"))
        .body("errors.pointer", contains("/where"))
        .body(
            "errors[0].message", equalTo("KOR is not watched; the watched importers are IND, JPN"));
    Indicator.of("280461").publish();
    Eventually.holds("a product is known", () -> !Api.alerts("280461").isEmpty());
    Api.as("steward")
        .body(draft("product.startsWith('010121')"))
        .post(RULES)
        .then()
        .statusCode(422)
        .body("errors[0].message", containsString("no product 010121"));
    Api.as("steward").body(draft("product == '280461'")).post(RULES).then().statusCode(201);
  }

  @Test
  void aDryRunSaysWhatWouldHaveBeenAndChangesNothing() {
    var product = Indicator.newProduct();
    Indicator.of(product).period("2021").hhi("0.50", "0.51").flag("baseline", true).publish();
    Indicator.of(product).period("2023").hhi("0.10", "0.11").top("CHN", "0.2").publish();
    Indicator.of(product).period("2022").hhi("0.55", "0.56").flag("newest", false).publish();
    Indicator.of(product).period("2024").hhi("0.60", "0.61").publish();
    Api.alert(product, 1);
    long events = Kept.count("select count(*) from alert_event");
    long versions = Kept.count("select count(*) from rule_version");
    var run =
        Api.as("analyst")
            .body(
                "{\"rule\": %s}"
                    .formatted(
                        draft("product == '" + product + "'")
                            .replace(
                                "\"raiseWhen\": \"false\"",
                                "\"raiseWhen\": \"above(hhiLower, 0.4)\"")
                            .replace(
                                "\"resolveWhen\": \"true\"",
                                "\"resolveWhen\": \"below(hhiUpper, 0.35)\"")))
            .post(RULES + "/dry-runs")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(run.getString("summary"))
        .isEqualTo("It would have raised 2 alerts, of which 1 would be open.");
    assertThat(run.getList("alerts.period")).containsExactly("2021", "2024");
    assertThat(run.getList("alerts.state")).containsExactly("RESOLVED", "RAISED");
    assertThat(run.getString("alerts[0].endedIn")).isEqualTo("2023");
    assertThat(run.getMap("decisions"))
        .containsEntry("Raise CONDITION_MET", 2)
        .containsEntry("Update NEW_PERIOD", 1)
        .containsEntry("Resolve CONDITION_CLEARED", 1);
    assertThat(Kept.count("select count(*) from alert_event")).isEqualTo(events);
    assertThat(Kept.count("select count(*) from rule_version")).isEqualTo(versions);
    given().get(RULES + "/" + id).then().statusCode(404);
    Api.as("reader").body("{}").post(RULES + "/dry-runs").then().statusCode(403);
    Api.as("analyst").body("{}").post(RULES + "/dry-runs").then().statusCode(422);
  }

  @Test
  void aDryRunTakesTheNewest20000SignalsAndSaysThatThereWereMore() {
    var product = Indicator.newProduct();
    Indicator.of(product).publish();
    Api.alert(product, 1);
    // As if the same news had come every day since long ago.
    Database.execute(
        """
        insert into signal_log (at, kind, period, daily, signal, handling)
        select now() - n * interval '1 minute', kind, period, daily, signal, handling
        from (select * from signal_log where kind = 'CONCENTRATION' order by id desc limit 1) one,
          generate_series(1, 20100) n
        """);
    var asked =
        "{\"rule\": %s}"
            .formatted(
                draft("product == '" + product + "'")
                    .replace(
                        "\"raiseWhen\": \"false\"", "\"raiseWhen\": \"above(hhiLower, 0.4)\""));
    Api.as("analyst")
        .body(asked)
        .post(RULES + "/dry-runs")
        .then()
        .statusCode(200)
        .body("signals", equalTo(20_000))
        .body("truncated", equalTo(true))
        .time(lessThan(20_000L));
    Database.execute("delete from signal_log where at < now() - interval '1 minute'");
  }

  @Test
  void wordsInOtherLanguagesAreCheckedAndTold() {
    var product = Indicator.newProduct();
    var inJapanese =
        draft("product == '%s'".formatted(product))
            .replace("\"raiseWhen\": \"false\"", "\"raiseWhen\": \"above(hhiLower, 0.4)\"")
            .replace(
                "\"text\": \"{product}\"",
                "\"text\": \"{product}\", \"translations\": {\"ja\": {\"title\": \"{product}の輸入\","
                    + " \"text\": \"{topShare|percent}\"}}");
    Api.as("steward")
        .body(inJapanese.replace("の輸入", "{nothing}"))
        .post(RULES)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/translations/ja/title"));
    Api.as("steward")
        .body(inJapanese.replace("\"ja\"", "\"fr\""))
        .post(RULES)
        .then()
        .statusCode(422);
    Indicator.of(product).period("2023").hhi("0.1", "0.1").top("CHN", "0.1").publish();
    Eventually.holds(
        "the product is known", () -> Kept.knows("trade.indicators.v1", "JPN|HS|" + product));
    Api.as("steward").body(inJapanese).post(RULES).then().statusCode(201);
    Indicator.of(product).publish();
    Eventually.holds(
        "an alert in Japanese",
        () ->
            Api.alerts(product).stream()
                .anyMatch(
                    alert -> alert.at("/translations/ja/title").asText().equals(product + "の輸入")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"raiseAfter\": 0",
        "\"raiseAfter\": 25",
        "\"cooldown\": \"a month\"",
        "\"cooldown\": \"-P1D\"",
        "\"expectedEvery\": \"P9999D\""
      })
  void whatMakesNoSenseIsRefused(String field) {
    Api.as("steward")
        .body(draft("true").replace("\"enabled\"", field + ", \"enabled\""))
        .post(RULES)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:ecosec:problem:bad-rule"));
  }

  @Test
  void aRuleThatIsSwitchedOffCancelsWhatItRaised() {
    var product = Indicator.newProduct();
    var body =
        draft("product == '%s'".formatted(product))
            .replace("\"raiseWhen\": \"false\"", "\"raiseWhen\": \"above(hhiLower, 0.4)\"")
            .replace("\"resolveWhen\": \"true\"", "\"resolveWhen\": \"false\"");
    Indicator.of(product).period("2023").hhi("0.1", "0.1").top("CHN", "0.1").publish();
    Eventually.holds(
        "the product is known", () -> Kept.knows("trade.indicators.v1", "JPN|HS|" + product));
    var created = Api.as("steward").body(body).post(RULES).then().statusCode(201).extract();
    Indicator.of(product).publish();
    Eventually.holds("the alert", () -> state(product).equals("RAISED"));
    upkeep.see(Instant.now());
    assertThat(state(product)).isEqualTo("RAISED");
    Api.as("steward")
        .header("If-Match", created.header("ETag"))
        .body(body.replace("\"enabled\": true", "\"enabled\": false"))
        .put(RULES + "/" + id)
        .then()
        .statusCode(200);
    upkeep.see(Instant.now());
    assertThat(state(product)).isEqualTo("CANCELLED");
  }

  private String state(String product) {
    return Api.alerts(product).stream()
        .filter(alert -> alert.at("/rule/id").asText().equals(id))
        .map(alert -> alert.path("state").asText())
        .findFirst()
        .orElse("none");
  }

  @Test
  void onlyAStewardChangesRules() {
    Api.as("analyst").body(draft("false")).post(RULES).then().statusCode(403);
  }

  // Raises nothing, whatever other tests publish.
  private String draft(String where) {
    return """
    {"id": "%s", "kind": "CONCENTRATION", "enabled": true, "where": "%s", "raiseWhen": "false",
     "resolveWhen": "true", "severities": [{"when": "true", "severity": "INFO"}],
     "title": "{importer}", "text": "{product}"}
    """
        .formatted(id, where);
  }
}
