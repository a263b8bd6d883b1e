package org.ecosec.trade.diversion;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ecosec.platform.inbox.BatchIntake;
import org.ecosec.trade.observation.SliceChanged;

/** Hears which months changed, of which a triangle may have a side. */
@ApplicationScoped
class ObservationsListener {

  private final BatchIntake intake;
  private final DiversionUpdate update;

  ObservationsListener(BatchIntake intake, DiversionUpdate update) {
    this.intake = intake;
    this.update = update;
  }

  @Incoming("diversions")
  @Blocking
  void on(ConsumerRecords<String, String> records) {
    intake.take(records, SliceChanged.class, update::update);
  }
}
