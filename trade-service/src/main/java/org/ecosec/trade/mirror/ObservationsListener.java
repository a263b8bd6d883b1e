package org.ecosec.trade.mirror;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ecosec.platform.inbox.BatchIntake;
import org.ecosec.trade.observation.SliceChanged;

/** Hears that observations changed, which may change a balance. */
@ApplicationScoped
class ObservationsListener {

  private final BatchIntake intake;
  private final BalanceUpdate balances;

  ObservationsListener(BatchIntake intake, BalanceUpdate balances) {
    this.intake = intake;
    this.balances = balances;
  }

  @Incoming("balances")
  @Blocking
  void on(ConsumerRecords<String, String> records) {
    intake.take(records, SliceChanged.class, balances::update);
  }
}
