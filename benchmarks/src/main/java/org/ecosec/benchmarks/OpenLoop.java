package org.ecosec.benchmarks;

import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls at a fixed rate, whether or not earlier calls have been answered. A latency counts from the
 * moment at which the call was due, so that a stall is felt by all the calls that it delays.
 */
record OpenLoop(int perSecond, int seconds) {
  private static final long NANOS = 1_000_000_000L;

  /** One call; {@code index} counts from zero. */
  @FunctionalInterface
  interface Call {
    void at(int index) throws Exception;
  }

  /** In milliseconds; a failed call counts with the time until it failed. */
  record Latencies(double p50, double p99, double most, int failed) {

    static Latencies of(long[] nanos, int failed) {
      var sorted = Arrays.stream(nanos).sorted().toArray();
      return new Latencies(at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1), failed);
    }

    private static double at(long[] sorted, double share) {
      int rank = (int) Math.ceil(share * sorted.length);
      return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
  }

  Latencies run(Call call) {
    long[] nanos = new long[perSecond * seconds];
    var failed = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      for (int i = 0; i < nanos.length; i++) {
        int index = i;
        long due = start + i * NANOS / perSecond;
        await(due);
        threads.execute(
            () -> {
              try {
                call.at(index);
              } catch (Exception failure) {
                if (failed.getAndIncrement() == 0) {
                  throw new IllegalStateException("The first failed call", failure);
                }
              } finally {
                nanos[index] = System.nanoTime() - due;
              }
            });
      }
    }
    return Latencies.of(nanos, failed.get());
  }

  private static void await(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
