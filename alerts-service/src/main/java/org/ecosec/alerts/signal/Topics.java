package org.ecosec.alerts.signal;

/** The topics that this service reads. */
public final class Topics {

  public static final String INDICATORS = "trade.indicators.v1";
  public static final String MEASURES = "trade.measures.v1";
  public static final String EXPOSURES = "trade.exposures.v1";
  public static final String SOURCES = "trade.sources.v1";
  public static final String PROJECTS = "investment.projects.v1";
  public static final String ANOMALIES = "trade.anomalies.v1";
  public static final String DIVERSIONS = "trade.diversions.v1";
  public static final String BALANCES = "trade.balances.v1";
  public static final String MILESTONES = "investment.milestones.v1";
  public static final String TARGETS = "investment.targets.v1";
  public static final String INITIATIVES = "investment.initiatives.v1";
  public static final String PROGRESS = "investment.progress.v1";

  private Topics() {}
}
