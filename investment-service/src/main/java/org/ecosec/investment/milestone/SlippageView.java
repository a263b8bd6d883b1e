package org.ecosec.investment.milestone;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.milestone.math.KaplanMeier;
import org.ecosec.investment.milestone.math.KaplanMeier.Delay;
import org.ecosec.investment.milestone.math.MilestoneStatus;
import org.ecosec.investment.milestone.math.Percentile;
import org.jspecify.annotations.Nullable;

/**
 * How far the milestones with a published plan have slipped so far, in days from the first plan:
 * what is reached by its last day, what is open by what is expected now. The survival estimate also
 * learns from what is open; it is given from 20 milestones on.
 */
public record SlippageView(
    LocalDate on,
    int milestones,
    int reached,
    int overdue,
    int rebaselined,
    int ofImpreciseDates,
    @Nullable Long medianDays,
    @Nullable Long p80Days,
    @Schema(examples = "NO_DATA") @Nullable String reason,
    Survival survival,
    @Schema(examples = "slippage/1") String methodVersion,
    long revision) {

  static final int ENOUGH = 20;

  /** Kaplan-Meier: the delay by which half, and four fifths, of all milestones are reached. */
  public record Survival(
      @Nullable Long medianDays,
      @Nullable Long p80Days,
      @Schema(examples = "FEWER_THAN_20_MILESTONES") @Nullable String reason) {

    static Survival of(List<Delay> delays) {
      if (delays.size() < ENOUGH) {
        return new Survival(null, null, "FEWER_THAN_20_MILESTONES");
      }
      var median = KaplanMeier.quantile(delays, 0.5);
      var p80 = KaplanMeier.quantile(delays, 0.8);
      return new Survival(median, p80, p80 == null ? "TOO_MANY_OPEN" : null);
    }
  }

  static SlippageView of(List<Milestone> planned, LocalDate on, long revision) {
    var stand = planned.stream().map(milestone -> ScheduleView.of(milestone, on)).toList();
    var days = stand.stream().map(ScheduleView::slippageDays).filter(day -> day != null).toList();
    return new SlippageView(
        on,
        stand.size(),
        count(stand, MilestoneStatus.REACHED),
        count(stand, MilestoneStatus.OVERDUE),
        (int) stand.stream().filter(milestone -> milestone.rebaselinings() > 0).count(),
        (int) stand.stream().filter(SlippageView::isImprecise).count(),
        rounded(Percentile.of(days, 0.5)),
        rounded(Percentile.of(days, 0.8)),
        days.isEmpty() ? "NO_DATA" : null,
        Survival.of(delays(planned, on)),
        "slippage/1",
        revision);
  }

  // What is open is known to be later than today, whatever its newest plan says.
  private static List<Delay> delays(List<Milestone> planned, LocalDate on) {
    return planned.stream()
        .map(
            milestone -> {
              var schedule = milestone.schedule();
              var slippage = schedule.slippage(on);
              boolean reached = schedule.isReached(on);
              long open =
                  on.toEpochDay()
                      - (milestone.plannedOn == null ? on : milestone.plannedOn).toEpochDay();
              return new Delay(reached && slippage != null ? slippage.days() : open, reached);
            })
        .toList();
  }

  private static int count(List<ScheduleView> stand, MilestoneStatus status) {
    return (int) stand.stream().filter(milestone -> milestone.status() == status).count();
  }

  private static boolean isImprecise(ScheduleView milestone) {
    return milestone.slippageDaysAtLeast() != null
        && !milestone.slippageDaysAtLeast().equals(milestone.slippageDaysAtMost());
  }

  private static @Nullable Long rounded(@Nullable Double days) {
    return days == null ? null : Math.round(days);
  }
}
