package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ecosec.journeys.PersistentClient.Economy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every process is killed while files and pledges come in. What was accepted must be told, as one
 * message however often, and nothing else; the second chapter plants a loss, which must be seen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int FILES_A_ROUND = 8;
  private static final int BEFORE_THE_KILL = 2;

  private final TellingOracle oracle = new TellingOracle();
  private final Deque<String> products = new ArrayDeque<>();
  private KillablePlatform platform;
  private PersistentClient client;
  private Desk desk;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    platform = KillablePlatform.start(directory);
    client = new PersistentClient(platform.as(Role.STEWARD), oracle);
    // Each seventh delivery is taken and not answered: it has to come again as the same message.
    desk = Desk.forgetful(platform.as(Role.ANALYST), "faults", 7);
    var watched = new TreeSet<String>();
    for (JsonNode code :
        platform.as(Role.READER).get("/trade/v1/sectors?limit=1000").body().path("items")) {
      if (code.path("classification").asText().equals("HS")) {
        watched.add(code.path("code").asText());
      }
    }
    products.addAll(watched);
  }

  @AfterAll
  void stop() throws Exception {
    if (desk != null) {
      desk.close();
    }
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  @Order(1)
  void whateverIsKilledWhatWasAcceptedIsToldAsOneMessageAndNothingElseIs() throws Exception {
    var victims =
        new String[] {
          "trade-service",
          "alerts-service",
          KillablePlatform.KAFKA,
          "investment-service",
          KillablePlatform.POSTGRES,
          "dashboard",
          "alerts-service",
          "trade-service"
        };
    for (int round = 0; round < victims.length; round++) {
      killDuring(round, victims[round]);
    }
    client.awaitsAllImports();
    awaitsNoFindings();
    // What is told after everything else is told last: by now an excess would have been seen.
    client.importsConcentrated(Economy.IND, products.pop());
    awaitsNoFindings();
    assertThat(oracle.accepted()).isGreaterThan(40);
    assertThat(desk.told()).hasSizeGreaterThan(oracle.accepted());
    assertThat(client.askedAgain()).isPositive();
    assertThat(desk.refused()).isEmpty();
  }

  @Test
  @Order(2)
  void anEventThatIsTakenOutOfTheOutboxIsMissed() throws Exception {
    platform.kill(KillablePlatform.KAFKA);
    var lost = products.pop();
    client.importsConcentrated(Economy.JPN, lost);
    client.awaitsAllImports();
    // The relay may already hold the event in its hands, and would still send it.
    platform.kill("trade-service");
    try (var superuser = platform.superuser("trade");
        var delete = superuser.createStatement()) {
      assertThat(
              delete.executeUpdate(
                  "delete from outbox where sent_at is null and topic = 'trade.observations.v1'"))
          .isEqualTo(1);
    }
    platform.startAgain(KillablePlatform.KAFKA);
    platform.startAgain("trade-service");
    var next = products.pop();
    client.importsConcentrated(Economy.JPN, next);
    desk.awaits("RAISED JPN " + next);
    assertThat(oracle.findings(desk.told())).containsExactly("lost: concentration|JPN|HS|" + lost);
  }

  /** Kills a part in the middle of a burst, starts it again and waits for the rest of the burst. */
  private void killDuring(int round, String victim) throws Exception {
    int before = client.accepted();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var burst = new ArrayList<Future<Void>>();
      for (int i = 0; i < FILES_A_ROUND; i++) {
        burst.add(threads.submit(file(i)));
      }
      burst.add(threads.submit(pledge(2 * round)));
      burst.add(threads.submit(pledge(2 * round + 1)));
      Eventually.holds(
          "imports before the kill", () -> client.accepted() >= before + BEFORE_THE_KILL);
      platform.kill(victim);
      platform.startAgain(victim);
      for (Future<Void> each : burst) {
        each.get();
      }
    }
  }

  private Callable<Void> file(int number) {
    var product = products.pop();
    return () -> {
      switch (number % 4) {
        case 0 -> client.importsSpread(Economy.IND, product);
        case 1 -> client.importsConcentrated(Economy.IND, product);
        default -> client.importsConcentrated(Economy.JPN, product);
      }
      return null;
    };
  }

  private Callable<Void> pledge(int number) {
    return () -> {
      client.pledgesTooLittle(number);
      return null;
    };
  }

  private void awaitsNoFindings() throws Exception {
    try {
      Eventually.get(
          "delivery of all",
          PATIENCE,
          () -> oracle.findings(desk.told()).isEmpty() ? Optional.of(true) : Optional.empty());
    } catch (AssertionError tooLate) {
      throw new AssertionError(String.join("\n", oracle.findings(desk.told())), tooLate);
    }
  }
}
