package org.ecosec.investment;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The service's clock in tests: the real one, moved forward by as much as a test asks for. */
public class TestClock extends Clock {

  private static volatile Duration ahead = Duration.ZERO;

  public static void moveAhead(Duration by) {
    ahead = by;
  }

  @Override
  public Instant instant() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)).instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  static class Producer {
    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Clock clock() {
      return new TestClock();
    }
  }
}
