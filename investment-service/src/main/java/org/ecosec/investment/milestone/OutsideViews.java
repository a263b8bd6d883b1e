package org.ecosec.investment.milestone;

import static java.math.RoundingMode.HALF_UP;
import static java.time.temporal.ChronoUnit.DAYS;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.ecosec.investment.milestone.OutsideView.Percentiles;
import org.ecosec.investment.milestone.math.Percentile;
import org.ecosec.investment.milestone.math.Slippage;
import org.jspecify.annotations.Nullable;

/** Looks at a milestone from outside: by what became of comparable ones (Flyvbjerg 2006). */
@ApplicationScoped
class OutsideViews {

  private static final String METHOD = "outside-view/1";

  private final Milestones milestones;
  private final ReferenceClasses classes;

  OutsideViews(Milestones milestones, ReferenceClasses classes) {
    this.milestones = milestones;
    this.classes = classes;
  }

  OutsideView of(Milestone milestone, long revision) {
    var published = milestone.referenceClass == null ? null : published(milestone, revision);
    var own = milestone.referenceClass == null ? null : ownRecord(milestone, revision);
    var started = milestone.startedOn;
    var planned = milestone.plannedOn;
    return new OutsideView(
        milestone.id(),
        started,
        planned,
        started == null || planned == null ? null : DAYS.between(started, planned),
        milestone.referenceClass,
        published,
        own,
        reason(milestone, published == null && own == null),
        METHOD,
        milestone.fromRevision());
  }

  private static @Nullable String reason(Milestone milestone, boolean unknown) {
    if (milestone.startedOn == null || milestone.plannedOn == null) {
      return "NO_PUBLISHED_DURATION";
    }
    return unknown ? "NO_REFERENCE_CLASS" : null;
  }

  private @Nullable Percentiles published(Milestone milestone, long revision) {
    return classes
        .at(revision, Objects.requireNonNull(milestone.referenceClass))
        .map(
            known ->
                percentiles(
                    milestone,
                    List.of(known.p50DurationRatio, known.p80DurationRatio),
                    known.sampleSize,
                    known.source))
        .orElse(null);
  }

  private @Nullable Percentiles ownRecord(Milestone milestone, long revision) {
    var ratios =
        milestones.planned(revision).stream()
            .filter(other -> Objects.equals(other.referenceClass, milestone.referenceClass))
            .filter(other -> other.reachedOn != null && !other.id().equals(milestone.id()))
            .map(other -> other.schedule().slippage(Objects.requireNonNull(other.reachedOn)))
            .filter(Objects::nonNull)
            .map(Slippage::durationRatio)
            .filter(Objects::nonNull)
            .toList();
    return ratios.size() < SlippageView.ENOUGH
        ? null
        : percentiles(
            milestone,
            List.of(exact(ratios, 0.5), exact(ratios, 0.8)),
            ratios.size(),
            "the milestones of the class on record here");
  }

  private static BigDecimal exact(List<BigDecimal> ratios, double part) {
    return BigDecimal.valueOf(Objects.requireNonNull(Percentile.of(ratios, part)))
        .setScale(6, HALF_UP);
  }

  private static @Nullable Percentiles percentiles(
      Milestone milestone, List<BigDecimal> ratios, int sampleSize, String source) {
    if (milestone.startedOn == null || milestone.plannedOn == null) {
      return null;
    }
    return new Percentiles(
        ratios.get(0),
        ratios.get(1),
        stretched(milestone.startedOn, milestone.plannedOn, ratios.get(0)),
        stretched(milestone.startedOn, milestone.plannedOn, ratios.get(1)),
        sampleSize,
        source);
  }

  private static LocalDate stretched(LocalDate started, LocalDate planned, BigDecimal ratio) {
    var days = BigDecimal.valueOf(DAYS.between(started, planned)).multiply(ratio);
    return started.plusDays(days.setScale(0, HALF_UP).longValueExact());
  }
}
