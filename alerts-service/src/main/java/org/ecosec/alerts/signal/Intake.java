package org.ecosec.alerts.signal;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ecosec.platform.security.Clearance;
import org.jboss.logging.Logger;

/**
 * Takes records one by one, each in one transaction that is committed before its offset is. What is
 * unreadable fails at once and goes to the dead-letter topic; while the database is away the record
 * waits, because nothing is wrong with it.
 */
@ApplicationScoped
class Intake {

  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final int TRIES_OF_A_BUG = 3;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final SignalJson json;
  private final Clearance clearance;

  Intake(SignalJson json, Clearance clearance) {
    this.json = json;
    this.clearance = clearance;
  }

  void take(ConsumerRecord<String, String> record, Consumer<News> use) {
    var news = News.of(record, json);
    for (int tries = 1; ; tries++) {
      try {
        inTransaction(() -> use.accept(news));
        return;
      } catch (PoisonRecord poison) {
        throw poison;
      } catch (RuntimeException failure) {
        boolean databaseAway = DatabaseTrouble.isBehind(failure);
        if (DatabaseTrouble.blamesData(failure) || (!databaseAway && tries >= TRIES_OF_A_BUG)) {
          throw failure;
        }
        LOG.warnf(
            "Record %s-%d@%d is tried again after: %s",
            record.topic(), record.partition(), record.offset(), failure);
        pause(tries);
      }
    }
  }

  private void inTransaction(Runnable work) {
    var request = Arc.container().requestContext();
    boolean activated = !request.isActive();
    if (activated) {
      request.activate();
    }
    try {
      clearance.actAsSystem();
      QuarkusTransaction.requiringNew().run(work);
    } finally {
      if (activated) {
        request.terminate();
      }
    }
  }

  // Interruption is no answer here: giving up would dead-letter a good record while stopping.
  private static void pause(int tries) {
    var wanted = Duration.ofMillis(50L << Math.min(tries, 8));
    var nanos = wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE.toNanos() : wanted.toNanos();
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
