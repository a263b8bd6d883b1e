package org.ecosec.alerts.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.ecosec.alerts.AlertsServers;
import org.ecosec.alerts.Api;
import org.ecosec.alerts.Broker;
import org.ecosec.alerts.Database;
import org.ecosec.alerts.Eventually;
import org.ecosec.alerts.Indicator;
import org.junit.jupiter.api.Test;

/** What was set aside is handed in again, once. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class RedriveTest {

  private static final String PATH = "/alerts/v1/dead-letters";

  private final String product = Indicator.newProduct();
  private final TopicListeners listeners;
  private final Config config;

  RedriveTest(TopicListeners listeners, Config config) {
    this.listeners = listeners;
    this.config = config;
  }

  @Test
  void everyTopicThatIsReadCanBeRedriven() {
    var read =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .filter(name -> name.matches("mp\\.messaging\\.incoming\\.[a-z]+\\.topic"))
            .map(name -> config.getValue(name, String.class))
            .toList();
    assertThat(read).isNotEmpty();
    assertThat(listeners.byTopic().keySet()).containsExactlyInAnyOrderElementsOf(read);
  }

  @Test
  void aRecordThatTheDatabaseRefusedIsTakenOnceTheCauseIsMended() {
    var indicator = Indicator.of(product);
    // A trigger stands for a fault of ours: the record itself is good.
    Database.execute(
        """
        create or replace function refuse_product() returns trigger language plpgsql as $$
        begin raise exception 'refused' using errcode = '23514'; end $$;
        create trigger refuse_product before insert on alert for each row
        when (new.product = '%s') execute function refuse_product();
        """
            .formatted(product));
    indicator.publish();
    var letter =
        Eventually.get(
            "the record is set aside", () -> waiting(indicator.key()), found -> !found.isEmpty());
    assertThat(letter).hasSize(1);
    assertThat(Api.alerts(product)).isEmpty();
    assertThat(redrive()).contains("REFUSED");
    Database.execute("drop trigger refuse_product on alert");
    assertThat(redrive()).contains("TAKEN");
    assertThat(Api.alert(product, 1).path("state").asText()).isEqualTo("RAISED");
    assertThat(redrive()).doesNotContain("TAKEN");
    assertThat(waiting(indicator.key())).isEmpty();
    assertThat(Api.alerts(product)).hasSize(1);
  }

  @Test
  void anOlderRecordChangesNothingWhenItIsHandedInAgain() {
    var indicator = Indicator.of(product);
    Broker.publish(Indicator.TOPIC, indicator.key(), "{\"importer\": ");
    Indicator.of(product).period("2025").publish();
    assertThat(Api.alert(product, 1).path("period").asText()).isEqualTo("2025");
    Eventually.holds("it waits", () -> waiting(indicator.key()).size() == 1);
    assertThat(redrive()).contains("REFUSED");
    assertThat(Api.alert(product, 1).path("sequence").asInt()).isEqualTo(1);
  }

  @Test
  void onlyAnOperatorRedrives() {
    Api.as("steward").get(PATH).then().statusCode(403);
    Api.as("steward").body("{}").post(PATH + "/redrives").then().statusCode(403);
    Api.as("operator")
        .body("{\"topic\": \"trade.nothing.v1\"}")
        .post(PATH + "/redrives")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:ecosec:problem:unknown-topic"));
  }

  private static List<String> waiting(String key) {
    return Api.as("operator")
        .get(PATH + "?topic=" + Indicator.TOPIC)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.findAll { it.key == '%s' }.cause".formatted(key));
  }

  private static String redrive() {
    return Api.as("operator")
        .body("{\"topic\": \"%s\"}".formatted(Indicator.TOPIC))
        .post(PATH + "/redrives")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
