package org.ecosec.investment.project;

/** The activity status of IATI 2.03. */
public enum ProjectStatus {
  PIPELINE,
  IMPLEMENTATION,
  FINALISATION,
  CLOSED,
  CANCELLED,
  SUSPENDED
}
