package org.ecosec.platform.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.security.Clearance;
import org.jboss.logging.Logger;

/**
 * Takes many records in one transaction. An unreadable one goes to {@code <topic>.dlq} in the same
 * transaction and the others are used; whatever else fails is tried again until it works or the
 * service stops, so that no record is passed over.
 */
@ApplicationScoped
public class BatchIntake {

  private static final Logger LOG = Logger.getLogger(BatchIntake.class);
  private static final Duration TIMEOUT = Duration.ofMinutes(30);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final ObjectMapper json;
  private final Outbox outbox;
  private final Clearance clearance;
  private volatile boolean stopping;

  BatchIntake(ObjectMapper json, Outbox outbox, Clearance clearance) {
    this.json = json;
    this.outbox = outbox;
    this.clearance = clearance;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  @ActivateRequestContext
  public <T> void take(
      ConsumerRecords<String, String> records, Class<T> type, Consumer<List<T>> use) {
    clearance.actAsSystem();
    var news = new ArrayList<T>();
    var unreadable = new ArrayList<OutboxEvent>();
    for (ConsumerRecord<String, String> record : records) {
      try {
        news.add(json.readValue(record.value(), type));
      } catch (JsonProcessingException | IllegalArgumentException poison) {
        LOG.errorf(
            "Unreadable record %s-%d@%d: %s",
            record.topic(), record.partition(), record.offset(), poison);
        unreadable.add(DeadLetter.of(record, poison));
      }
    }
    while (!done(news, unreadable, use)) {
      pause();
    }
  }

  private <T> boolean done(List<T> news, List<OutboxEvent> unreadable, Consumer<List<T>> use) {
    try {
      QuarkusTransaction.requiringNew()
          .timeout((int) TIMEOUT.toSeconds())
          .run(
              () -> {
                use.accept(news);
                outbox.appendAll(unreadable);
              });
      return true;
    } catch (RuntimeException failure) {
      if (stopping) {
        throw failure;
      }
      LOG.errorf(failure, "%d records are tried again", news.size());
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Stopped while records waited; they will be read again", stopped);
    }
  }
}
