package org.ecosec.trade.measure;

/** What an act of trade policy does, and whom it exposes. */
public enum MeasureKind {
  EXPORT_BAN(Side.IMPORTS),
  EXPORT_LICENCE(Side.IMPORTS),
  EXPORT_QUOTA(Side.IMPORTS),
  EXPORT_TAX(Side.IMPORTS),
  UNOFFICIAL_RESTRICTION(Side.IMPORTS),
  IMPORT_TARIFF(Side.EXPORTS),
  IMPORT_BAN(Side.EXPORTS),
  NON_TARIFF_MEASURE(Side.EXPORTS),
  ENFORCEMENT(Side.NEITHER),
  GUIDANCE(Side.NEITHER),
  RELAXATION(Side.NEITHER);

  /** Whose trade with the imposer it stands in the way of. */
  public enum Side {
    /** What others import from the imposer. */
    IMPORTS,
    /** What others export to the imposer. */
    EXPORTS,
    NEITHER
  }

  private final Side side;

  MeasureKind(Side side) {
    this.side = side;
  }

  public Side side() {
    return side;
  }

  /** Whether it holds back what exporters sell to the imposer. */
  public boolean exposesExporters() {
    return side == Side.EXPORTS;
  }

  /** Whether it holds back what importers of the imposer's goods get. */
  public boolean exposesImporters() {
    return side == Side.IMPORTS;
  }
}
