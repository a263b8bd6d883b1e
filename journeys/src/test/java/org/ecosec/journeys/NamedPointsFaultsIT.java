package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Alerts-service is killed between two things that belong together, at each of the places where
 * something could get lost or be done twice. For each place the mechanism that mends it is then
 * taken away while the service is down, and the oracle has to see that.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedPointsFaultsIT {
  private static final String ALERTS = "alerts-service";
  private static final int SIGNALS = 6;
  private static final int ROUNDS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Random random = new Random(20_260_301);
  private KillablePlatform platform;
  private SignalSource source;
  private Desk desk;
  private TopicReader topics;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    platform = KillablePlatform.alertsAlone(directory, Map.of());
    platform.kill(ALERTS);
    platform.startAgain(ALERTS, platform.debuggable());
    source = new SignalSource(platform.kafka());
    topics = new TopicReader(platform.kafka());
    desk = Desk.subscribed(platform.alertsAs(Role.ANALYST), "named-points", "{}");
    // The topics and the consent are there before the first kill.
    var first = SignalSource.newProduct();
    source.send(source.concentrated(first, 2024, 1));
    desk.awaits("RAISED JPN " + first);
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

  @ParameterizedTest
  @EnumSource(KillPoint.class)
  void aKillAtANamedPointLosesNothingAndTellsNothingTwice(KillPoint point) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var expected = new AlertExpectations();
      var products = killedAt(point, expected, 1 + random.nextInt(SIGNALS - 1));
      platform.startAgain(ALERTS);
      for (String product : products) {
        desk.awaits("RAISED JPN " + product);
      }
      // What is told after everything else is told last: by now an excess would have been seen.
      var last = SignalSource.newProduct();
      expected.raised(last);
      source.send(source.concentrated(last, 2024, 1));
      desk.awaits("RAISED JPN " + last);
      awaitsNone(() -> expected.atSubscriber(desk.told()));
      awaitsNone(() -> expected.onTopic(topics));
    }
  }

  @ParameterizedTest
  @EnumSource(KillPoint.class)
  void withoutItsMechanismTheKillIsSeen(KillPoint point) throws Exception {
    var expected = new AlertExpectations();
    var products = killedAt(point, expected, SIGNALS);
    var finding = withoutMechanism(point, products.getLast());
    platform.startAgain(ALERTS);
    var last = SignalSource.newProduct();
    source.send(source.concentrated(last, 2024, 1));
    desk.awaits("RAISED JPN " + last);
    Eventually.get(
        "the finding " + finding,
        PATIENCE,
        () -> {
          var all = new ArrayList<>(expected.atSubscriber(desk.told()));
          all.addAll(expected.onTopic(topics));
          return all.stream().filter(one -> one.startsWith(finding)).findFirst();
        });
  }

  /** One signal after the other, until the service dies at the given passage of the point. */
  private List<String> killedAt(KillPoint point, AlertExpectations expected, int passage)
      throws Exception {
    var armed = point.arm(platform.debugPort(), passage, () -> platform.kill(ALERTS));
    var products = new ArrayList<String>();
    for (int i = 0; i < SIGNALS; i++) {
      var product = SignalSource.newProduct();
      products.add(product);
      expected.raised(product);
      source.send(source.concentrated(product, 2024, 1));
      if (i < passage - 1) {
        desk.awaits("RAISED JPN " + product);
      }
    }
    armed.awaitKilled();
    return products;
  }

  /** Takes away what mends the kill, and answers what the oracle must say then. */
  private String withoutMechanism(KillPoint point, String product) throws Exception {
    return switch (point) {
      case AFTER_COMMIT_BEFORE_PUBLISH -> {
        execute("delete from outbox where sent_at is null");
        yield "not on the topic: ";
      }
      case AFTER_PUBLISH_BEFORE_MARK -> {
        execute(
            "update outbox set ce_id = gen_random_uuid(), sequence = sequence + 1 where sent_at is"
                + " null");
        yield "on the topic under several ids: ";
      }
      case AFTER_POLL_BEFORE_INSERT -> {
        skipToEnd();
        yield "lost: ";
      }
      case AFTER_INSERT_BEFORE_OFFSET -> {
        execute("delete from inbox_position where record_key like '%" + product + "%'");
        execute("delete from signal_copy where record_key like '%" + product + "%'");
        execute("update alert set state = 'RESOLVED' where product = '" + product + "'");
        yield "several alerts: ";
      }
      case AFTER_THE_ANSWER_BEFORE_MARK -> {
        execute("update delivery set id = gen_random_uuid() where state = 'PENDING'");
        yield "told under several ids: ";
      }
    };
  }

  private void execute(String sql) throws Exception {
    try (var superuser = platform.superuser("alerts");
        var statement = superuser.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    }
  }

  private void skipToEnd() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", platform.kafka()))) {
      var partitions =
          admin.describeTopics(List.of(SignalSource.TOPIC)).allTopicNames().get().values().stream()
              .flatMap(topic -> topic.partitions().stream())
              .map(one -> new TopicPartition(SignalSource.TOPIC, one.partition()))
              .toList();
      var ends = new HashMap<TopicPartition, OffsetSpec>();
      partitions.forEach(one -> ends.put(one, OffsetSpec.latest()));
      var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
      admin
          .listOffsets(ends)
          .all()
          .get()
          .forEach((one, end) -> offsets.put(one, new OffsetAndMetadata(end.offset())));
      Eventually.get(
          "the group without the dead member",
          PATIENCE,
          () -> {
            try {
              admin.alterConsumerGroupOffsets("alerts-indicators", offsets).all().get();
              return Optional.of(true);
            } catch (ExecutionException stillThere) {
              return Optional.empty();
            }
          });
    }
  }

  private static void awaitsNone(Callable<List<String>> findings) throws Exception {
    try {
      Eventually.get(
          "a state without findings",
          PATIENCE,
          () -> findings.call().isEmpty() ? Optional.of(true) : Optional.empty());
    } catch (AssertionError tooLate) {
      throw new AssertionError(String.join("\n", findings.call()), tooLate);
    }
  }
}
