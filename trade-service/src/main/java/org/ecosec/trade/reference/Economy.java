package org.ecosec.trade.reference;

/**
 * A reporter or partner: ISO 3166 alpha-3 code (or the code of an area that no ISO code names),
 * English name, UN M49 number (may be blank) and what it counts as.
 */
public record Economy(String code, String name, String m49, Kind kind) {

  /** What a partner row means for shares. */
  public enum Kind {
    /** A supplier. */
    ECONOMY,
    /** A supplier of older periods, such as the Netherlands Antilles. */
    FORMER,
    /** Known to be somebody's, not whose: areas not specified, free zones, bunkers. */
    UNALLOCATED,
    /** A sum of others, World above all: never in shares. */
    AGGREGATE
  }

  public boolean supplies() {
    return kind == Kind.ECONOMY || kind == Kind.FORMER;
  }
}
