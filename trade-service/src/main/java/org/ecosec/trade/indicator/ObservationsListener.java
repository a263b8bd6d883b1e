package org.ecosec.trade.indicator;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ecosec.platform.inbox.BatchIntake;
import org.ecosec.trade.observation.SliceChanged;

/** Hears which slices changed, many at a time after a large import. */
@ApplicationScoped
class ObservationsListener {

  private final BatchIntake intake;
  private final SupplyUpdate update;

  ObservationsListener(BatchIntake intake, SupplyUpdate update) {
    this.intake = intake;
    this.update = update;
  }

  @Incoming("indicators")
  @Blocking
  void on(ConsumerRecords<String, String> records) {
    intake.take(records, SliceChanged.class, update::update);
  }
}
