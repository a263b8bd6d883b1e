package org.ecosec.trade.measure;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ecosec.platform.inbox.BatchIntake;
import org.ecosec.trade.observation.SliceChanged;

/** Hears that observations changed, which may change what a measure exposes. */
@ApplicationScoped
class ObservationsListener {

  private final BatchIntake intake;
  private final ExposureUpdate exposures;

  ObservationsListener(BatchIntake intake, ExposureUpdate exposures) {
    this.intake = intake;
    this.exposures = exposures;
  }

  @Incoming("exposures")
  @Blocking
  void on(ConsumerRecords<String, String> records) {
    intake.take(records, SliceChanged.class, exposures::observationsChanged);
  }
}
