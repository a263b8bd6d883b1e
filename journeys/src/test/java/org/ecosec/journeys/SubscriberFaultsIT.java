package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Subscribers that never answer, drip, flood or are dead, beside healthy ones, which must not feel
 * it; with one place for all deliveries they do.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SubscriberFaultsIT {
  private static final int OF_EACH = 25;
  private static final int HEALTHY = 5;
  private static final int SIGNALS = 40;

  /** Far below the time that one that never answers is given, which is 15 s. */
  private static final Duration SOON = Duration.ofSeconds(8);

  private final List<BadReceiver> bad = new ArrayList<>();
  private final List<Desk> healthy = new ArrayList<>();
  private KillablePlatform platform;
  private SignalSource source;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    platform = KillablePlatform.alertsAlone(directory, Map.of());
    source = new SignalSource(platform.kafka());
    var analyst = platform.alertsAs(Role.ANALYST);
    var ids = new ArrayList<String>();
    for (int i = 0; i < OF_EACH; i++) {
      for (BadReceiver.Manner manner : BadReceiver.Manner.values()) {
        var receiver = new BadReceiver(manner);
        bad.add(receiver);
        var body =
            "{\"channel\": {\"type\": \"WEBHOOK\", \"url\": \"%s\"}}".formatted(receiver.url());
        ids.add(
            new Steward(analyst)
                .registers("/alerts/v1/subscriptions", body)
                .at("/subscription/subscriptionId")
                .asText());
      }
    }
    for (int i = 0; i < HEALTHY; i++) {
      var desk = Desk.subscribed(analyst, "healthy-" + i, "{}");
      healthy.add(desk);
      ids.add(desk.subscriptionId());
    }
    for (String id : ids) {
      Eventually.get(
          "the consent of " + id,
          () ->
              Optional.of(analyst.get("/alerts/v1/subscriptions/" + id).body().path("state"))
                  .filter(state -> state.asText().equals("ACTIVE")));
    }
    for (BadReceiver receiver : bad) {
      receiver.agreed();
    }
  }

  @AfterAll
  void stop() throws Exception {
    for (BadReceiver receiver : bad) {
      receiver.close();
    }
    healthy.forEach(Desk::close);
    if (source != null) {
      source.close();
    }
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  @Order(1)
  void theHealthyAreToldSoonBesideAHundredThatAreNot() throws Exception {
    assertThat(longestWait()).isLessThan(SOON);
  }

  @Test
  @Order(2)
  void withOnePlaceForAllTheHealthyWait() throws Exception {
    platform.kill("alerts-service");
    platform.startAgain("alerts-service", Map.of("ECOSEC_WEBHOOKS_CONCURRENCY", "1"));
    // Nobody is known to be slow yet, as after a first failure of many at once.
    try (var superuser = platform.superuser("alerts");
        var statement = superuser.createStatement()) {
      statement.executeUpdate("update endpoint set suspect = false");
      statement.executeUpdate(
          "update delivery set next_attempt_at = now(), leased_until = null where state ="
              + " 'PENDING'");
    }
    assertThat(longestWait()).isGreaterThan(SOON);
  }

  /** From the last alert of a burst until every healthy subscriber has been told of all. */
  private Duration longestWait() throws Exception {
    var products = new ArrayList<String>();
    for (int i = 0; i < SIGNALS; i++) {
      var product = SignalSource.newProduct();
      products.add(product);
      source.send(source.concentrated(product, 2024, 1));
    }
    // How long it takes to raise them is the machine's affair.
    var reader = platform.alertsAs(Role.READER);
    for (String product : products) {
      Eventually.get(
          "the alert of " + product,
          Duration.ofMinutes(5),
          () ->
              Optional.of(reader.get("/alerts/v1/alerts?product=" + product).body().path("items"))
                  .filter(items -> !items.isEmpty()));
    }
    long start = System.nanoTime();
    try {
      for (Desk desk : healthy) {
        Eventually.holds(
            "all of them at " + desk.subscriptionId(),
            () ->
                products.stream()
                    .allMatch(product -> desk.summaries().contains("RAISED JPN " + product)));
      }
    } catch (AssertionError tooLate) {
      // Long enough to know.
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
