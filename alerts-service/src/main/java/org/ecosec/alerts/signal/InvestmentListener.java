package org.ecosec.alerts.signal;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ecosec.platform.inbox.Inbox;
import org.ecosec.platform.revision.Revisions;

/** Takes projects, which are kept for the impacts of measures, and what was promised and done. */
@ApplicationScoped
class InvestmentListener {

  private final Intake intake;
  private final SignalJson json;
  private final Inbox inbox;
  private final SignalCopies copies;
  private final Revisions revisions;
  private final StateIntake states;

  InvestmentListener(
      Intake intake,
      SignalJson json,
      Inbox inbox,
      SignalCopies copies,
      Revisions revisions,
      StateIntake states) {
    this.intake = intake;
    this.json = json;
    this.inbox = inbox;
    this.copies = copies;
    this.revisions = revisions;
    this.states = states;
  }

  @Incoming("projects")
  @Blocking
  void onProject(ConsumerRecord<String, String> record) {
    intake.take(record, this::takeProject);
  }

  @Incoming("progress")
  @Blocking
  void onProgress(ConsumerRecord<String, String> record) {
    intake.take(record, news -> states.take(news, ProgressNews.class));
  }

  @Incoming("milestones")
  @Blocking
  void onMilestone(ConsumerRecord<String, String> record) {
    intake.take(record, news -> states.take(news, MilestoneNews.class));
  }

  @Incoming("targets")
  @Blocking
  void onTarget(ConsumerRecord<String, String> record) {
    intake.take(record, news -> states.take(news, TargetNews.class));
  }

  @Incoming("initiatives")
  @Blocking
  void onInitiative(ConsumerRecord<String, String> record) {
    intake.take(record, news -> states.take(news, InitiativeNews.class));
  }

  private void takeProject(News news) {
    var project = json.read(news, ProjectNews.class);
    var event = news.event();
    if (inbox.accept(event.topic(), event.key(), event.sequence())) {
      long revision = revisions.begin();
      copies.put(news, project.handling(), revision);
      revisions.publish(revision);
    }
  }
}
