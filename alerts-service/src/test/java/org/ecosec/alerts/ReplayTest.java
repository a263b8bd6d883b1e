package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.ecosec.alerts.signal.DailyLook;
import org.junit.jupiter.api.Test;

/** A decision can be taken again from its evidence, by anybody, to the byte. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class ReplayTest {

  @Inject DailyLook days;

  private final String product = Indicator.newProduct();

  @Test
  void everyDecisionOfALifeComesOutAgainByteForByte() {
    Indicator.of(product).period("2021").hhi("0.45", "0.46").top("CHN", "0.61").publish();
    Indicator.of(product).period("2022").hhi("0.72", "0.73").top("CHN", "0.82").publish();
    Indicator.of(product).period("2023").hhi("0.30", "0.31").top("CHN", "0.40").publish();
    Indicator.of(product).period("2024").hhi("0.30", "0.32").top("CHN", "0.41").publish();
    var path = path(Api.alert(product, 4).path("alertId").asText());
    for (int sequence = 1; sequence <= 4; sequence++) {
      var evidence = given().get(path + "/evidence?sequence=" + sequence).asString();
      var replay = given().get(path + "/replay?sequence=" + sequence).then().statusCode(200);
      replay.body("same", equalTo(true)).body("storedSha256", equalTo(sha256(evidence)));
      assertThat(Json.parse(evidence).at("/links/rule").asText())
          .isEqualTo(
              "/alerts/v1/rules/concentration/versions/"
                  + Json.parse(evidence).at("/ruleVersion/version").asInt());
    }
    assertThat(Api.get(path + "/history").getList("items.reason"))
        .containsExactly("CONDITION_MET", "ESCALATED", "NEW_PERIOD", "CONDITION_CLEARED");
    var rule = Json.parse(given().get(path + "/evidence").asString()).at("/links/rule").asText();
    given().get(rule).then().statusCode(200).body("rule.id", equalTo("concentration"));
  }

  @Test
  void aMilestoneAndADayComeOutAgainToo() {
    var milestone = "replay-" + UUID.randomUUID();
    Sample.of("investment.milestones.v1").put("milestoneId", milestone).publish(milestone);
    var slipped = awaits("milestone-slipped", milestone);
    given().get(path(slipped) + "/replay").then().body("same", equalTo(true));

    var due = LocalDate.parse("2034-05-01");
    Sample.of("investment.milestones.v1")
        .put("milestoneId", milestone)
        .put("forecastOn", due.toString())
        .put("forecastPrecision", "DAY")
        .publish(milestone);
    Eventually.holds("the forecast", () -> Kept.contains(milestone, due.toString()));
    days.look(due.minusDays(3).atTime(1, 0).toInstant(ZoneOffset.UTC));
    given()
        .get(path(awaits("milestone-due", milestone)) + "/replay")
        .then()
        .body("same", equalTo(true));
  }

  @Test
  void whatAPersonDecidedIsNotReplayed() {
    Indicator.of(product).publish();
    var path = path(Api.alert(product, 1).path("alertId").asText());
    Api.as("analyst").body("{}").post(path + "/acknowledgements").then().statusCode(201);
    given()
        .get(path + "/replay")
        .then()
        .statusCode(200)
        .body("same", nullValue())
        .body("reason", equalTo("NOT_DECIDED_BY_A_RULE"));
    given().get(path + "/replay?sequence=1").then().body("same", equalTo(true));
  }

  /** The negative control: evidence that somebody changed does not come out the same. */
  @Test
  void evidenceThatWasTamperedWithComesOutDifferent() throws Exception {
    Indicator.of(product).publish();
    var id = Api.alert(product, 1).path("alertId").asText();
    var servers = org.ecosec.platform.testing.RealServers.servers();
    try (var connection =
            java.sql.DriverManager.getConnection(
                servers.jdbcServer() + "alerts", servers.superuser(), servers.superuserPassword());
        var change =
            connection.prepareStatement(
                "update alert_event set evidence = replace(evidence, '\"score\":69', '\"score\":99')"
                    + " where alert_id = ?::uuid")) {
      change.setString(1, id);
      assertThat(change.executeUpdate()).isEqualTo(1);
    }
    given().get(path(id) + "/replay").then().body("same", equalTo(false));
  }

  private static String awaits(String rule, String thing) {
    return Eventually.get(
            rule + " of " + thing,
            () ->
                Api.get(Api.ALERTS + "?limit=1000&rule=" + rule)
                    .getList(
                        "items.findAll { it.subject.thing == '%s' }.alertId".formatted(thing),
                        String.class),
            found -> !found.isEmpty())
        .getFirst();
  }

  private static String path(String alertId) {
    return Api.ALERTS + "/" + alertId;
  }

  private static String sha256(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
