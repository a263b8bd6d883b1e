package org.ecosec.trade.complexity;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ecosec.platform.inbox.BatchIntake;
import org.ecosec.trade.observation.SliceChanged;

/** Hears which years changed, and puts them on the list of what to solve. */
@ApplicationScoped
class ObservationsListener {

  private final BatchIntake intake;
  private final DueMatrices due;

  ObservationsListener(BatchIntake intake, DueMatrices due) {
    this.intake = intake;
    this.due = due;
  }

  @Incoming("complexity")
  @Blocking
  void on(ConsumerRecords<String, String> records) {
    intake.take(records, SliceChanged.class, due::add);
  }
}
