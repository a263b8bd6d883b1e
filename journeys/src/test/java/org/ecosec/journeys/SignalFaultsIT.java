package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signals that come again, in any order, or unreadable; and the servers beneath killed meanwhile.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignalFaultsIT {
  private static final String ALERTS = "alerts-service";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Random random = new Random(20_260_302);
  private KillablePlatform platform;
  private SignalSource source;
  private Desk desk;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    platform = KillablePlatform.alertsAlone(directory, Map.of());
    source = new SignalSource(platform.kafka());
    desk = Desk.subscribed(platform.alertsAs(Role.ANALYST), "signals", "{}");
  }

  @AfterAll
  void stop() throws Exception {
    if (desk != null) {
      desk.close();
    }
    if (source != null) {
      source.close();
    }
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  @Order(1)
  void shuffledAndDuplicatedSignalsRaiseOneAlertEach() throws Exception {
    var expected = new AlertExpectations();
    var records = new ArrayList<ProducerRecord<String, String>>();
    for (int i = 0; i < 60; i++) {
      var product = SignalSource.newProduct();
      expected.raised(product);
      for (int sequence = 1; sequence <= 5; sequence++) {
        var record = source.concentrated(product, 2024, sequence);
        records.add(record);
        records.add(again(record));
      }
    }
    Collections.shuffle(records, random);
    source.sendAll(records);
    settles(expected);
    assertThat(desk.told()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  @Order(2)
  void aFullReplayRaisesNothingAndSendsNothing() throws Exception {
    int before = desk.told().size();
    source.replay();
    var expected = new AlertExpectations();
    settles(expected);
    // Only the last signal of all is told besides.
    assertThat(desk.told()).hasSize(before + 1);
  }

  @Test
  @Order(3)
  void serversKilledWhileSignalsComeLoseNothing() throws Exception {
    for (String victim : List.of(KillablePlatform.POSTGRES, KillablePlatform.KAFKA, ALERTS)) {
      var expected = new AlertExpectations();
      var sending =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < 100; i++) {
                      var product = SignalSource.newProduct();
                      synchronized (expected) {
                        expected.raised(product);
                      }
                      send(product);
                    }
                  });
      Thread.sleep(Duration.ofMillis(200 + random.nextInt(800)));
      platform.kill(victim);
      platform.startAgain(victim);
      sending.join();
      settles(expected);
    }
  }

  @Test
  @Order(4)
  void aHundredPoisonRecordsAmongTenThousandAreSetAsideAndTheNextFlow() throws Exception {
    var expected = new AlertExpectations();
    var records = new ArrayList<ProducerRecord<String, String>>();
    for (int i = 0; i < 9_900; i++) {
      var product = SignalSource.newProduct();
      boolean raises = i % 100 == 0;
      if (raises) {
        expected.raised(product);
      } else {
        expected.silent(product);
      }
      records.add(raises ? source.concentrated(product, 2024, 1) : source.spread(product, 2024, 1));
    }
    for (int i = 0; i < 100; i++) {
      records.add(
          random.nextInt(records.size()), SignalSource.withHeaders("poison-" + i, "{\"x\": ", 1));
    }
    source.sendAll(records);
    settles(expected);
    var dead = new TopicReader(platform.kafka()).all(SignalSource.TOPIC + ".dlq");
    assertThat(dead).hasSize(100);
    assertThat(dead)
        .allSatisfy(
            record -> {
              assertThat(TopicReader.header(record, "ce_id")).isNotEmpty();
              assertThat(TopicReader.header(record, "dead-letter-reason")).isNotEmpty();
              assertThat(TopicReader.header(record, "dead-letter-offset")).matches("\\d+");
            });
    var product = SignalSource.newProduct();
    source.send(SignalSource.withHeaders("JPN|HS|" + product, "{\"x\": ", 1));
    long start = System.nanoTime();
    source.send(source.concentrated(product, 2024, 2));
    desk.awaits("RAISED JPN " + product);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  @Order(5)
  void withoutAPlaceForPoisonNothingFlowsAfterIt() throws Exception {
    platform.kill(ALERTS);
    platform.startAgain(
        ALERTS, Map.of("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_FAILURE_STRATEGY", "fail"));
    var product = SignalSource.newProduct();
    var expected = new AlertExpectations();
    expected.raised(product);
    source.send(SignalSource.withHeaders("JPN|HS|" + product, "{\"x\": ", 1));
    source.send(source.concentrated(product, 2024, 2));
    Eventually.holds("the service is not well", () -> !platform.ready(ALERTS));
    assertThat(expected.atSubscriber(desk.told()))
        .containsExactly("lost: " + SignalSource.fingerprint(product));
  }

  @Test
  @Order(6)
  void withoutTheMemoryOfWhatWasTakenAReplayIsSeen() throws Exception {
    platform.kill(ALERTS);
    try (var superuser = platform.superuser("alerts");
        var statement = superuser.createStatement()) {
      statement.executeUpdate("delete from inbox_position");
      statement.executeUpdate("delete from signal_copy");
      statement.executeUpdate("update alert set state = 'RESOLVED'");
    }
    platform.startAgain(
        ALERTS,
        Map.of("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_FAILURE_STRATEGY", "dead-letter-queue"));
    int before = desk.told().size();
    source.replay();
    Eventually.holds("alerts that were told before", () -> desk.told().size() > before + 20);
  }

  private void send(String product) {
    try {
      source.send(source.concentrated(product, 2024, 1));
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static ProducerRecord<String, String> again(ProducerRecord<String, String> record) {
    return new ProducerRecord<>(
        record.topic(), null, record.key(), record.value(), record.headers());
  }

  /** Until nothing is wrong, and a signal that was sent after all others has been told too. */
  private void settles(AlertExpectations expected) throws Exception {
    awaitsNone(expected);
    var last = SignalSource.newProduct();
    source.send(source.concentrated(last, 2024, 1));
    Eventually.get(
        "the last signal",
        PATIENCE,
        () ->
            desk.summaries().contains("RAISED JPN " + last) ? Optional.of(true) : Optional.empty());
    awaitsNone(expected);
  }

  private void awaitsNone(AlertExpectations expected) throws Exception {
    try {
      Eventually.get(
          "a state without findings",
          PATIENCE,
          () ->
              expected.atSubscriber(desk.told()).isEmpty() ? Optional.of(true) : Optional.empty());
    } catch (AssertionError tooLate) {
      throw new AssertionError(String.join("\n", expected.atSubscriber(desk.told())), tooLate);
    }
  }
}
