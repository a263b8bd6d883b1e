package org.ecosec.alerts.signal;

/** The topics that this service reads. */
public final class Topics {

  public static final String INDICATORS = "trade.indicators.v1";
  public static final String MEASURES = "trade.measures.v1";
  public static final String EXPOSURES = "trade.exposures.v1";
  public static final String SOURCES = "trade.sources.v1";
  public static final String PROJECTS = "investment.projects.v1";
  public static final String PROGRESS = "investment.progress.v1";

  private Topics() {}
}
