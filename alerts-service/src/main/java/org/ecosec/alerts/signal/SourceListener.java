package org.ecosec.alerts.signal;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what was loaded of each source: through when its data go and how often it is due. */
@ApplicationScoped
class SourceListener {

  private final Intake intake;
  private final StateIntake states;

  SourceListener(Intake intake, StateIntake states) {
    this.intake = intake;
    this.states = states;
  }

  @Incoming("sources")
  @Blocking
  void on(ConsumerRecord<String, String> record) {
    intake.take(record, news -> states.take(news, SourceNews.class));
  }
}
