package org.ecosec.investment.portfolio;

/**
 * What the portfolio is cut by. A project has one sector but may have several places and parties.
 */
public enum Facet {
  SECTOR("select id as project_id, sector as key from known"),
  PLACE("select distinct id as project_id, unnest(places) as key from known"),
  PARTY(
      "select distinct known.id as project_id, party.name as key from known"
          + " join project_party party on party.project_row = known.row_id"),
  YEAR("select id as project_id from known");

  private static final String YEAR_OF = "cast(extract(year from %s.month) as text)";

  private final String keyed;

  Facet(String keyed) {
    this.keyed = keyed;
  }

  /** A query of {@code project_id} and, where it is the project's, {@code key}. */
  String keyed() {
    return keyed;
  }

  /** The key of an entry of money that counts. */
  String cell() {
    return this == YEAR ? YEAR_OF.formatted("counting") : "keyed.key";
  }

  /** A query of {@code key}, its {@code projects}, and how many of them are {@code funded}. */
  String counted() {
    return this == YEAR
        ? """
          select key, count(*) as projects, count(*) filter (where counts) as funded
          from (
            select money.project_id, YEAR as key, bool_or(covered.project_id is null) as counts
            from money join keyed using (project_id) left join covered using (project_id, signed)
            group by 1, 2) yearly
          group by key"""
            .replace("YEAR", YEAR_OF.formatted("money"))
        : """
          select keyed.key, count(*) as projects, count(funded.project_id) as funded
          from keyed left join (select distinct project_id from counting) funded using (project_id)
          group by keyed.key""";
  }

  /** False where a project can stand in several cuts, so that these do not add up to the whole. */
  boolean addsUp() {
    return this == SECTOR || this == YEAR;
  }
}
