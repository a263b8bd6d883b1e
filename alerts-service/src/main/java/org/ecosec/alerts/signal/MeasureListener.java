package org.ecosec.alerts.signal;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ecosec.platform.inbox.Inbox;
import org.ecosec.platform.revision.Revisions;

/** Takes measures and what importers buy under them; a lifted measure reopens each exposure. */
@ApplicationScoped
class MeasureListener {

  private final Intake intake;
  private final SignalJson json;
  private final Inbox inbox;
  private final SignalCopies copies;
  private final Revisions revisions;
  private final Event<Signal> signals;
  private final Clock clock;

  MeasureListener(
      Intake intake,
      SignalJson json,
      Inbox inbox,
      SignalCopies copies,
      Revisions revisions,
      Event<Signal> signals,
      Clock clock) {
    this.intake = intake;
    this.json = json;
    this.inbox = inbox;
    this.copies = copies;
    this.revisions = revisions;
    this.signals = signals;
    this.clock = clock;
  }

  @Incoming("measures")
  @Blocking
  void onMeasure(ConsumerRecord<String, String> record) {
    intake.take(record, this::takeMeasure);
  }

  @Incoming("exposures")
  @Blocking
  void onExposure(ConsumerRecord<String, String> record) {
    intake.take(record, this::takeExposure);
  }

  private void takeMeasure(News news) {
    var measure = json.read(news, MeasureNews.class);
    if (!accepted(news)) {
      return;
    }
    long revision = revisions.begin();
    copies.put(news, measure.handling(), revision);
    signals.fire(measure.signal(news, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    if (!measure.inForce()) {
      copies
          .exposures(measure.measureId(), revision)
          .forEach(
              exposure -> signals.fire(exposure.signal(news, measure, copies.sectors(exposure))));
    }
    revisions.publish(revision);
  }

  private void takeExposure(News news) {
    var exposure = json.read(news, ExposureNews.class);
    if (!accepted(news)) {
      return;
    }
    long revision = revisions.begin();
    copies.put(news, exposure.handling(), revision);
    var measure = copies.current(Topics.MEASURES, exposure.measureId(), MeasureNews.class);
    signals.fire(exposure.signal(news, measure.orElse(null), copies.sectors(exposure)));
    revisions.publish(revision);
  }

  private boolean accepted(News news) {
    var event = news.event();
    return inbox.accept(event.topic(), event.key(), event.sequence());
  }
}
