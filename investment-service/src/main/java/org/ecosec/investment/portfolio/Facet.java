package org.ecosec.investment.portfolio;

/**
 * What the portfolio is cut by. A project has one sector but may have several places and parties.
 */
public enum Facet {
  SECTOR("select id as project_id, sector as key from known"),
  PLACE("select id as project_id, unnest(places) as key from known"),
  PARTY(
      "select distinct known.id as project_id, party.name as key from known"
          + " join project_party party on party.project_row = known.row_id"),
  YEAR("select distinct project_id, cast(extract(year from month) as text) as key from money");

  private final String keys;

  Facet(String keys) {
    this.keys = keys;
  }

  /** A query of {@code project_id} and {@code key}. */
  String keys() {
    return keys;
  }

  /** False where a project can stand in several cuts, so that these do not add up to the whole. */
  boolean addsUp() {
    return this == SECTOR || this == YEAR;
  }
}
