package org.ecosec.investment.milestone.math;

/** How a milestone stands on a day. */
public enum MilestoneStatus {
  REACHED,
  /** The expected day has passed and nobody reports it reached. */
  OVERDUE,
  /** The plan was moved: what stands now is a new baseline, not a forecast. */
  DELAYED_REBASELINED,
  FORECAST_LATE,
  ON_SCHEDULE,
  NO_PUBLISHED_DEADLINE
}
