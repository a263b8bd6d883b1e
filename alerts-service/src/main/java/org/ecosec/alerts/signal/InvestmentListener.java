package org.ecosec.alerts.signal;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ecosec.platform.inbox.Inbox;
import org.ecosec.platform.revision.Revisions;

/** Takes projects, which are kept for the impacts of measures, and the progress of pledges. */
@ApplicationScoped
class InvestmentListener {

  private final Intake intake;
  private final SignalJson json;
  private final Inbox inbox;
  private final SignalCopies copies;
  private final Revisions revisions;
  private final Event<Signal> signals;

  InvestmentListener(
      Intake intake,
      SignalJson json,
      Inbox inbox,
      SignalCopies copies,
      Revisions revisions,
      Event<Signal> signals) {
    this.intake = intake;
    this.json = json;
    this.inbox = inbox;
    this.copies = copies;
    this.revisions = revisions;
    this.signals = signals;
  }

  @Incoming("projects")
  @Blocking
  void onProject(ConsumerRecord<String, String> record) {
    intake.take(record, this::takeProject);
  }

  @Incoming("progress")
  @Blocking
  void onProgress(ConsumerRecord<String, String> record) {
    intake.take(record, this::takeProgress);
  }

  private void takeProject(News news) {
    var project = json.read(news, ProjectNews.class);
    if (accepted(news)) {
      long revision = revisions.begin();
      copies.put(news, project.handling(), revision);
      revisions.publish(revision);
    }
  }

  private void takeProgress(News news) {
    var progress = json.read(news, ProgressNews.class);
    if (accepted(news)) {
      long revision = revisions.begin();
      copies.put(news, progress.handling(), revision);
      signals.fire(progress.signal(news));
      revisions.publish(revision);
    }
  }

  private boolean accepted(News news) {
    var event = news.event();
    return inbox.accept(event.topic(), event.key(), event.sequence());
  }
}
