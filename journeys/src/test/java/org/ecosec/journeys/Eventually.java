package org.ecosec.journeys;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Waiting for what must come, with a deadline; never a guess of how long it takes. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /** The first answer that is not empty. */
  static <T> T get(String what, Callable<Optional<T>> question) throws Exception {
    return get(what, PATIENCE, question);
  }

  static <T> T get(String what, Duration patience, Callable<Optional<T>> question)
      throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      var answer = question.call();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("In " + patience.toSeconds() + " s there was no: " + what);
      }
      Thread.sleep(PAUSE);
    }
  }

  static void holds(String what, Callable<Boolean> question) throws Exception {
    get(what, () -> question.call() ? Optional.of(true) : Optional.empty());
  }
}
