package org.ecosec.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.ecosec.platform.outbox.PendingEvents.Pending;
import org.jboss.logging.Logger;

/** Sends events as CloudEvents in binary mode and tells which of them the broker has taken. */
final class EventSender {

  private static final Logger LOG = Logger.getLogger(EventSender.class);

  private final Producer<String, String> producer;
  private final String source;

  EventSender(Producer<String, String> producer, String source) {
    this.producer = producer;
    this.source = source;
  }

  /**
   * Answers the ids that may be marked as sent. After a failure, later events of the same key are
   * left for the next round too, so that a key's newest news is also the last one sent.
   */
  List<Long> send(List<Pending> events) throws InterruptedException {
    var answers = new ArrayList<Future<RecordMetadata>>(events.size());
    for (Pending event : events) {
      answers.add(producer.send(record(event)));
    }
    producer.flush();
    var sent = new ArrayList<Long>();
    var failedKeys = new HashSet<String>();
    for (int i = 0; i < events.size(); i++) {
      var event = events.get(i);
      var key = event.topic() + "\n" + event.key();
      try {
        answers.get(i).get();
        if (!failedKeys.contains(key)) {
          sent.add(event.id());
        }
      } catch (ExecutionException failure) {
        failedKeys.add(key);
        LOG.warnf(
            "The broker did not take event %s of %s: %s",
            event.ceId(), event.topic(), failure.getCause());
      }
    }
    return sent;
  }

  private ProducerRecord<String, String> record(Pending event) {
    var record = new ProducerRecord<>(event.topic(), event.key(), event.payload());
    var headers = record.headers();
    headers.add("ce_specversion", "1.0".getBytes(UTF_8));
    headers.add("ce_id", event.ceId().getBytes(UTF_8));
    headers.add("ce_type", ("org.ecosec." + event.topic()).getBytes(UTF_8));
    headers.add("ce_source", source.getBytes(UTF_8));
    headers.add(
        "ce_time",
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(event.occurredAt()).getBytes(UTF_8));
    headers.add("ce_sequence", Long.toString(event.sequence()).getBytes(UTF_8));
    headers.add("content-type", "application/json".getBytes(UTF_8));
    return record;
  }
}
