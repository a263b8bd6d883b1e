package org.ecosec.trade.diversion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a triangle came to in its newest months, as it is kept and told. Changes are relative;
 * {@code consistentThrough} is the last month in which it was consistent with diversion.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Outcome(
    String hub,
    String period,
    String since,
    int months,
    DiversionView.@Nullable Reading verdict,
    @Nullable String reason,
    @Nullable BigDecimal directChange,
    @Nullable BigDecimal hubChange,
    @Nullable BigDecimal onwardChange,
    @Nullable BigDecimal divertedUsd,
    DiversionView.@Nullable Confidence confidence,
    List<String> because,
    Capacity.@Nullable Status hubCapacity,
    String source,
    String consistentThrough) {

  /** Told for as long afterwards, so that its end is heard of too. */
  private static final int FOLLOWED_MONTHS = 3;

  static Outcome of(NewestTriangles.Seen seen, String consistentBefore) {
    var view = seen.view();
    var period = view.after().getLast();
    return new Outcome(
        view.hub(),
        period,
        seen.since().toString(),
        view.after().size(),
        view.reading(),
        null,
        view.direct().change(),
        beyond(view.inflow().change(), view.controlGrowth()),
        view.outflow().change(),
        view.divertedAtMostUsd(),
        view.confidence(),
        view.because(),
        view.hubCapacity(),
        view.direct().source(),
        view.fits() ? period : consistentBefore);
  }

  /** A side of it is no longer reported. */
  Outcome undecided() {
    return new Outcome(
        hub,
        period,
        since,
        months,
        null,
        "NO_DATA",
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        source,
        consistentThrough);
  }

  /** Whether another month of it is still news. */
  boolean isFollowedIn(String laterPeriod) {
    return !YearMonth.parse(laterPeriod)
        .isAfter(YearMonth.parse(consistentThrough).plusMonths(FOLLOWED_MONTHS));
  }

  private static @Nullable BigDecimal beyond(
      @Nullable BigDecimal growth, @Nullable BigDecimal control) {
    return growth == null || control == null ? growth : growth.subtract(control);
  }
}
