package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.ecosec.alerts.signal.Economies;
import org.ecosec.alerts.signal.Facts;
import org.ecosec.alerts.signal.Novelty;
import org.ecosec.alerts.signal.Origin;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.signal.Subject;
import org.ecosec.alerts.signal.Weight;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.testing.RealServers;
import org.junit.jupiter.api.Test;

/** One open alert a fingerprint, whoever decides at the same time. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class RaceTest {

  @Inject Event<Signal> signals;
  @Inject Revisions revisions;
  @Inject Clearance clearance;
  @Inject ObjectMapper json;

  private final String product = Indicator.newProduct();

  @Test
  void eightReplicasThatDecideTheSameAtOnceRaiseOneAlert() throws Exception {
    var barrier = new CyclicBarrier(8);
    try (var replicas = Executors.newFixedThreadPool(8)) {
      var done =
          Collections.nCopies(8, 0).stream()
              .map(
                  one ->
                      replicas.submit(
                          () -> {
                            barrier.await();
                            decide(signal());
                            return null;
                          }))
              .toList();
      for (var one : done) {
        one.get();
      }
    }
    var alerts = Api.alerts(product);
    assertThat(alerts).hasSize(1);
    assertThat(alerts.getFirst().path("sequence").asInt()).isEqualTo(1);
    assertThat(
            Kept.count(
                "select count(*) from outbox_sequence where topic = 'alerts.alerts.v1'"
                    + " and record_key = ? and last = 1",
                "concentration|JPN|HS|" + product))
        .isEqualTo(1);
  }

  /** The negative control: without the lock, the index refuses the second alert. */
  @Test
  void theDatabaseItselfRefusesASecondOpenAlert() throws Exception {
    decide(signal());
    var servers = RealServers.servers();
    try (var connection =
            DriverManager.getConnection(
                servers.jdbcServer() + "alerts", servers.superuser(), servers.superuserPassword());
        var copy =
            connection.prepareStatement(
                "insert into alert select (jsonb_populate_record(a, jsonb_build_object('id',"
                    + " uuidv7()))).* from alert a where a.fingerprint = ?")) {
      copy.setString(1, "concentration|JPN|HS|" + product);
      assertThat(
              org.assertj.core.api.Assertions.catchThrowableOfType(
                      SQLException.class, copy::executeUpdate)
                  .getMessage())
          .contains("alert_open");
    }
  }

  @Test
  void periodsInAnyOrderEndInTheSameAlert() {
    var seed = new Random(20_260_115);
    var years = new ArrayList<>(List.of("2019", "2020", "2021", "2022", "2023", "2024"));
    Collections.shuffle(years, seed);
    for (String year : years) {
      Indicator.of(product).period(year).publish();
      Indicator.of(product).period(year).publish();
    }
    Eventually.holds(
        "the newest period",
        () ->
            Api.alerts(product).stream()
                .anyMatch(alert -> alert.path("period").asText().equals("2024")));
    assertThat(Api.alerts(product)).hasSize(1);
    assertThat(Api.alerts(product).getFirst().path("state").asText()).isEqualTo("RAISED");
  }

  @ActivateRequestContext
  void decide(Signal signal) {
    clearance.actAsSystem();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              long revision = revisions.begin();
              signals.fire(signal);
              revisions.publish(revision);
            });
  }

  private Signal signal() {
    return new Signal(
        SignalKind.CONCENTRATION,
        new Subject("JPN", product, "HS", null, null, null, null),
        Facts.of(SignalKind.CONCENTRATION)
            .text("importerName", "Japan")
            .number("hhiLower", new BigDecimal("0.7"))
            .number("topShareOfWorld", new BigDecimal("0.8"))
            .build(),
        Map.of("hhi", new BigDecimal("0.7")),
        new Novelty(false, false, true, "A", "2024"),
        List.of(product),
        List.of(),
        null,
        false,
        new Weight(0.7, 0.5, 1, 1, new BigDecimal("0.7")),
        HandlingLevel.PUBLIC,
        Economies.NONE,
        Origin.ofDay(
            "race", product, JsonNodeFactory.instance.objectNode(), Instant.now(), "/none"));
  }
}
