package org.ecosec.alerts.signal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ecosec.alerts.signal.DeadLetterQueue.Letter;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.sql.Database;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands what was set aside to its listener again, once. It is not put back on its topic: others
 * read that too, and on a compacted topic the old record would push out the newest.
 */
@ApplicationScoped
class Redrive {

  private static final Logger LOG = Logger.getLogger(Redrive.class);
  private static final int MOST = 10_000;

  /** What became of a letter. */
  record Redriven(
      String topic, int partition, long offset, String outcome, @Nullable String cause) {}

  private final DeadLetterQueue letters;
  private final Map<String, Consumer<ConsumerRecord<String, String>>> listeners;
  private final Database sql;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Redrive(DeadLetterQueue letters, TopicListeners listeners, Database sql, Clock clock) {
    this.letters = letters;
    this.listeners = listeners.byTopic();
    this.sql = sql;
    this.clock = clock;
  }

  List<Letter> waiting(@Nullable String topic) {
    var found = new ArrayList<Letter>();
    for (String one : topic == null ? listeners.keySet() : List.of(known(topic))) {
      letters.of(one, MOST).stream().filter(letter -> !done(letter)).forEach(found::add);
    }
    return found;
  }

  /** All of a topic that wait, or the one at a place; oldest first. */
  List<Redriven> redrive(String topic, @Nullable Integer partition, @Nullable Long offset) {
    var redriven = new ArrayList<Redriven>();
    for (Letter letter : letters.of(known(topic), MOST)) {
      var record = letter.record();
      boolean meant =
          partition == null
              || offset == null
              || (record.partition() == partition && record.offset() == offset);
      if (meant && claimed(letter)) {
        redriven.add(again(letter));
      }
    }
    return redriven;
  }

  private Redriven again(Letter letter) {
    var listener = listener(letter.topic());
    var original = letter.original();
    try {
      // A listener acts as the system, which a caller's request must not.
      CompletableFuture.runAsync(() -> listener.accept(original), threads).join();
      return settled(letter, "TAKEN", null);
    } catch (CompletionException failure) {
      var again = failure.getCause();
      LOG.warnf(
          "Record %s-%d@%d cannot be taken again: %s",
          letter.record().topic(), letter.record().partition(), letter.record().offset(), again);
      return settled(letter, "REFUSED", again == null ? null : again.getMessage());
    }
  }

  // Whoever claims it first has it; what was refused may be tried after the next release.
  private boolean claimed(Letter letter) {
    var record = letter.record();
    return sql.update(
            """
            insert into dead_letter (topic, partition, record_offset, at, outcome) values (?, ?, ?, ?, 'CLAIMED')
            on conflict (topic, partition, record_offset) do update set at = excluded.at, outcome = 'CLAIMED'
            where dead_letter.outcome = 'REFUSED'
              or (dead_letter.outcome = 'CLAIMED' and dead_letter.at < excluded.at - interval '1 hour')
            """,
            record.topic(),
            record.partition(),
            record.offset(),
            clock.instant())
        == 1;
  }

  private boolean done(Letter letter) {
    var record = letter.record();
    return sql.number(
            "select count(*) from dead_letter where topic = ? and partition = ? and record_offset ="
                + " ? and outcome = 'TAKEN'",
            record.topic(),
            record.partition(),
            record.offset())
        == 1;
  }

  private Redriven settled(Letter letter, String outcome, @Nullable String cause) {
    var record = letter.record();
    sql.update(
        "update dead_letter set outcome = ?, cause = ? where topic = ? and partition = ? and"
            + " record_offset = ?",
        outcome,
        cause,
        record.topic(),
        record.partition(),
        record.offset());
    return new Redriven(record.topic(), record.partition(), record.offset(), outcome, cause);
  }

  private Consumer<ConsumerRecord<String, String>> listener(String topic) {
    return Optional.ofNullable(listeners.get(topic)).orElseThrow();
  }

  private String known(String topic) {
    var name = topic.endsWith(".dlq") ? topic.substring(0, topic.length() - 4) : topic;
    if (!listeners.containsKey(name)) {
      throw Problem.unprocessable(
              "unknown-topic", "Name one of " + new TreeMap<>(listeners).keySet() + ".")
          .at("/topic", "is read by nobody here");
    }
    return name;
  }
}
