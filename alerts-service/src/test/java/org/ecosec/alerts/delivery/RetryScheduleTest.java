package org.ecosec.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
  private final RetrySchedule schedule =
      new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofMinutes(1)));

  @Test
  void eachPauseIsLengthenedByUpToAFifth() {
    assertThat(schedule.next(1, NOW, null, 0)).contains(NOW.plusSeconds(5));
    assertThat(schedule.next(1, NOW, null, 1)).contains(NOW.plusSeconds(6));
    assertThat(schedule.next(2, NOW, null, 0.5)).contains(NOW.plusSeconds(66));
  }

  @Test
  void theShippedTableIsThePublishedOneAndLastsMoreThanADay() {
    var table = Settings.with(Map.of()).retryAfter();
    assertThat(table)
        .containsExactly(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(8),
            Duration.ofHours(10));
    assertThat(table.stream().reduce(Duration.ZERO, Duration::plus))
        .isGreaterThan(Duration.ofHours(24));
  }

  @Test
  void afterTheLastPauseItIsOver() {
    assertThat(schedule.next(3, NOW, null, 0)).isEmpty();
  }

  @Test
  void theReceiverMayAskForLaterButNotForEarlier() {
    var later = NOW.plusSeconds(600);
    assertThat(schedule.next(1, NOW, later, 0)).contains(later);
    assertThat(schedule.next(2, NOW, NOW.plusSeconds(1), 0)).contains(NOW.plusSeconds(60));
  }

  @Test
  void retryAfterIsReadInBothFormsAndBounded() {
    assertThat(RetryAfter.parse("120", NOW)).isEqualTo(NOW.plusSeconds(120));
    assertThat(RetryAfter.parse("Thu, 15 Jan 2026 10:00:00 GMT", NOW))
        .isEqualTo(Instant.parse("2026-01-15T10:00:00Z"));
    assertThat(RetryAfter.parse("999999999", NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    assertThat(RetryAfter.parse("soon", NOW)).isNull();
    assertThat(RetryAfter.parse("-5", NOW)).isNull();
    assertThat(RetryAfter.parse(null, NOW)).isNull();
  }
}
