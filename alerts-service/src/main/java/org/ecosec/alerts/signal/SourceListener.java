package org.ecosec.alerts.signal;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ecosec.platform.inbox.Inbox;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.HandlingLevel;
import org.jboss.logging.Logger;

/** Takes what was loaded of each source: through when its data go and how often it is due. */
@ApplicationScoped
class SourceListener {

  private static final Logger LOG = Logger.getLogger(SourceListener.class);

  private final Intake intake;
  private final SignalJson json;
  private final Inbox inbox;
  private final SignalCopies copies;
  private final Revisions revisions;

  SourceListener(
      Intake intake, SignalJson json, Inbox inbox, SignalCopies copies, Revisions revisions) {
    this.intake = intake;
    this.json = json;
    this.inbox = inbox;
    this.copies = copies;
    this.revisions = revisions;
  }

  @Incoming("sources")
  @Blocking
  void on(ConsumerRecord<String, String> record) {
    intake.take(record, this::take);
  }

  private void take(News news) {
    var source = json.read(news, SourceNews.class);
    var event = news.event();
    if (inbox.accept(event.topic(), event.key(), event.sequence())) {
      long revision = revisions.begin();
      copies.put(news, HandlingLevel.PUBLIC, revision);
      revisions.publish(revision);
      LOG.debugf("Source %s: data through %s", source.source(), source.dataThrough());
    }
  }
}
