package org.ecosec.trade.measure;

/** What an act of trade policy does, and whom it exposes. */
public enum MeasureKind {
  EXPORT_BAN(true),
  EXPORT_LICENCE(true),
  EXPORT_QUOTA(true),
  EXPORT_TAX(true),
  UNOFFICIAL_RESTRICTION(true),
  IMPORT_TARIFF(false),
  IMPORT_BAN(false),
  NON_TARIFF_MEASURE(false),
  ENFORCEMENT(false),
  GUIDANCE(false),
  RELAXATION(false);

  private final boolean exposesImporters;

  MeasureKind(boolean exposesImporters) {
    this.exposesImporters = exposesImporters;
  }

  /** Whether it holds back what importers of the imposer's goods get. */
  public boolean exposesImporters() {
    return exposesImporters;
  }
}
