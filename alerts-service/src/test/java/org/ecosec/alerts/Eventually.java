package org.ecosec.alerts;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, never for a time. */
public final class Eventually {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Eventually() {}

  public static void holds(String what, BooleanSupplier condition) {
    get(what, condition::getAsBoolean, held -> held);
  }

  public static <T> T get(String what, Supplier<T> read, Predicate<T> wanted) {
    long end = System.nanoTime() + LONGEST.toNanos();
    T last = read.get();
    while (!wanted.test(last)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Never came true: " + what + "; last seen: " + last);
      }
      try {
        Thread.sleep(Duration.ofMillis(25));
      } catch (InterruptedException stopped) {
        throw new AssertionError(stopped);
      }
      last = read.get();
    }
    return last;
  }
}
