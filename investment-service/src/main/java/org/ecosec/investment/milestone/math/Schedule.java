package org.ecosec.investment.milestone.math;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a milestone.
 *
 * @param planned the first baseline, which never moves
 * @param baseline the plan that stands now
 * @param forecast what the reporter expects, apart from any plan
 */
public record Schedule(
    @Nullable LocalDate startedOn,
    @Nullable Dated planned,
    @Nullable Dated baseline,
    @Nullable Dated forecast,
    @Nullable Dated reached) {

  /** What a slippage is measured to. */
  public enum Basis {
    REACHED,
    FORECAST,
    REBASELINED,
    PLAN,
    /** The expected day has passed: it slips by at least the days until now. */
    OVERDUE
  }

  /** The day that counts: reached, else forecast, else the standing plan. */
  public @Nullable Dated expected() {
    if (reached != null) {
      return reached;
    }
    return forecast == null ? baseline : forecast;
  }

  public MilestoneStatus status(LocalDate on) {
    if (isReached(on)) {
      return MilestoneStatus.REACHED;
    }
    var expected = expected();
    if (expected == null || baseline == null) {
      return MilestoneStatus.NO_PUBLISHED_DEADLINE;
    }
    if (expected.latest().isBefore(on)) {
      return MilestoneStatus.OVERDUE;
    }
    if (planned != null && baseline.on().isAfter(planned.on())) {
      return MilestoneStatus.DELAYED_REBASELINED;
    }
    return expected.on().isAfter(baseline.on())
        ? MilestoneStatus.FORECAST_LATE
        : MilestoneStatus.ON_SCHEDULE;
  }

  public @Nullable Basis basis(LocalDate on) {
    return switch (status(on)) {
      case REACHED -> Basis.REACHED;
      case OVERDUE -> Basis.OVERDUE;
      case NO_PUBLISHED_DEADLINE -> null;
      case DELAYED_REBASELINED -> forecast == null ? Basis.REBASELINED : Basis.FORECAST;
      case FORECAST_LATE, ON_SCHEDULE -> forecast == null ? Basis.PLAN : Basis.FORECAST;
    };
  }

  /** Null without a published plan: nothing slips from an unknown day. */
  public @Nullable Slippage slippage(LocalDate on) {
    var expected = expected();
    if (planned == null || expected == null) {
      return null;
    }
    boolean overdue = status(on) == MilestoneStatus.OVERDUE;
    return Slippage.of(planned, overdue ? new Dated(on, Precision.DAY) : expected, startedOn);
  }

  public boolean isReached(LocalDate on) {
    return reached != null && !reached.earliest().isAfter(on);
  }
}
