package org.ecosec.alerts;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who of all subscribers is told of an alert. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class AudienceTest {

  private static final String NOWHERE = "http://127.0.0.1:1/";
  private final String product = Indicator.newProduct();

  /** Against an alert that is WARNING, CONCENTRATION, JPN, critical-minerals. */
  @Test
  void eachPartOfAFilterNarrows() {
    var pass =
        List.of(
            "{}",
            "{'severity': 'WARNING'}",
            "{'severity': 'INFO'}",
            "{'products': ['" + product.substring(0, 3) + "']}",
            "{'products': ['9999', '" + product + "']}",
            "{'importers': ['IND', 'JPN']}",
            "{'sectors': ['critical-minerals']}",
            "{'sectors': []}",
            "{'kinds': ['CONCENTRATION']}");
    var stay =
        List.of(
            "{'severity': 'CRITICAL'}",
            "{'products': ['" + product + "0']}",
            "{'importers': ['IND']}",
            "{'sectors': ['pharmaceuticals']}",
            "{'kinds': ['PLEDGE_PROGRESS']}",
            "{'severity': 'WARNING', 'importers': ['IND']}");
    var wanted = new HashMap<String, String>();
    pass.forEach(filter -> wanted.put(subscribe(filter), filter));
    stay.forEach(filter -> wanted.put(subscribe(filter), filter));
    Indicator.of(product).publish();
    var fates = fates();
    wanted.forEach(
        (id, filter) ->
            assertThat(fates.get(id))
                .as(filter)
                .isEqualTo(pass.contains(filter) ? "PENDING" : "FILTERED"));
    wanted.keySet().forEach(AudienceTest::end);
  }

  @Test
  void anEconomyIsHeardOfInWhateverPart() {
    var pass = List.of("{'economies': ['JPN']}", "{'economies': ['BRA', 'CHN']}");
    var stay = List.of("{'economies': ['BRA']}", "{'economies': ['CHN'], 'importers': ['CHN']}");
    var wanted = new HashMap<String, String>();
    pass.forEach(filter -> wanted.put(subscribe(filter), filter));
    stay.forEach(filter -> wanted.put(subscribe(filter), filter));
    Indicator.of(product).publish();
    var fates = fates();
    wanted.forEach(
        (id, filter) ->
            assertThat(fates.get(id))
                .as(filter)
                .isEqualTo(pass.contains(filter) ? "PENDING" : "FILTERED"));
    assertThat(Api.alert(product, 1).path("economies").toString()).isEqualTo("[\"CHN\",\"JPN\"]");
    assertThat(Api.get(Api.ALERTS + "?economy=CHN&product=" + product).getList("items")).hasSize(1);
    assertThat(Api.get(Api.ALERTS + "?economy=BRA&product=" + product).getList("items")).isEmpty();
    wanted.keySet().forEach(AudienceTest::end);
  }

  @Test
  void aMeasureAgainstTheWorldConcernsEveryoneItDoesNotSpare() {
    var measure = "against-all-" + product;
    var struck = subscribe("{'economies': ['JPN'], 'kinds': ['MEASURE']}");
    var spared = subscribe("{'economies': ['MEX'], 'kinds': ['MEASURE']}");
    var both = subscribe("{'economies': ['MEX', 'IND'], 'kinds': ['MEASURE']}");
    Sample.of("trade.measures.v1")
        .put("measureId", measure)
        .put("imposer", "USA")
        .json("targets", "{\"kind\": \"ALL_BUT\", \"economies\": [\"CAN\", \"MEX\"]}")
        .json("announced", "{\"on\": \"%s\", \"precision\": \"DAY\"}".formatted(LocalDate.now(UTC)))
        .publish(measure);
    var path = Api.ALERTS + "?rule=measure-announced&measure=" + measure;
    var alert =
        Eventually.get(
            "the alert of the measure",
            () -> Api.get(path).getString("items[0]?.alertId"),
            found -> found != null);
    var fates = fates(Api.ALERTS + "/" + alert + "/notifications?limit=1000");
    assertThat(fates.get(struck)).isEqualTo("PENDING");
    assertThat(fates.get(spared)).isEqualTo("FILTERED");
    assertThat(fates.get(both)).isEqualTo("PENDING");
    assertThat(Api.get(path + "&economy=IND").getList("items")).hasSize(1);
    assertThat(Api.get(path + "&economy=MEX").getList("items")).isEmpty();
    List.of(struck, spared, both).forEach(AudienceTest::end);
  }

  @Test
  void anAlertWithoutAnImporterPassesNoFilterOfImporters() {
    var filtered = subscribe("{'importers': ['JPN'], 'kinds': ['PLEDGE_PROGRESS']}");
    var open = subscribe("{'kinds': ['PLEDGE_PROGRESS']}");
    var pledge = "pledge-" + product;
    Sample.of("investment.progress.v1")
        .put("pledgeId", pledge)
        .put("status", "AT_RISK")
        .json("reason", "null")
        .amount("spi", "0.85")
        .amount("progress", "0.03")
        .amount("committed", "2")
        .amount("disbursed", "0")
        .publish(pledge);
    var alert =
        Eventually.get(
            "the alert of the pledge",
            () ->
                Api.get(Api.ALERTS + "?limit=1000")
                    .getString(
                        "items.find { it.subject.pledgeId == '%s' }?.alertId".formatted(pledge)),
            found -> found != null);
    var fates = fates(Api.ALERTS + "/" + alert + "/notifications?limit=1000");
    assertThat(fates.get(filtered)).isEqualTo("FILTERED");
    assertThat(fates.get(open)).isEqualTo("PENDING");
    end(filtered);
    end(open);
  }

  @Test
  void whoWasToldOfAnAlertHearsHowItEndsWhateverItsSeverityIsThen() {
    var id = subscribe("{'severity': 'WARNING', 'products': ['" + product + "']}");
    Indicator.of(product).period("2023").publish();
    Indicator.of(product).period("2024").hhi("0.20", "0.21").top("CHN", "0.30").publish();
    Api.alert(product, 2);
    assertThat(
            Api.get(Api.notifications(product))
                .getList("items.findAll { it.subscriptionId == '%s' }.state".formatted(id)))
        .containsExactly("PENDING", "PENDING");
    end(id);
  }

  private static String subscribe(String filter) {
    return Api.subscribed(Api.subscribing(filter.replace('\'', '"'), NOWHERE).statusCode(201)).id();
  }

  private static void end(String id) {
    var path = Api.SUBSCRIPTIONS + "/" + id;
    Api.as("analyst")
        .header("If-Match", Api.as("analyst").get(path).header("ETag"))
        .delete(path)
        .then()
        .statusCode(204);
  }

  private Map<String, String> fates() {
    return fates(Api.notifications(product));
  }

  private static Map<String, String> fates(String path) {
    var fates = new HashMap<String, String>();
    Api.get(path)
        .<Map<String, Object>>getList("items")
        .forEach(
            item ->
                fates.put(
                    String.valueOf(item.get("subscriptionId")),
                    String.valueOf(
                        item.get("reason") == null ? item.get("state") : item.get("reason"))));
    return fates;
  }
}
