package org.ecosec.trade.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** How the world's imports of some codes of an edition share out, as far as they are loaded. */
@ApplicationScoped
class TradeWeights {

  private final Database database;

  TradeWeights(Database database) {
    this.database = database;
  }

  /**
   * The shares of the last year for which every code is reported by somebody; null if there is
   * none, since a code that nobody reports may be missing or may be worth nothing.
   */
  @Nullable Map<String, Double> shares(Collection<String> codes, String edition) {
    var values = new HashMap<String, Double>();
    database.each(
        """
        with imported as (
          select s.source, s.year, o.product, sum(o.value_usd) as value
          from slice s join observation o
            on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
          where s.classification = 'HS' and s.edition = ? and s.flow = 'IMPORT' and s.freq = 'A'
            and o.product = any(?) and o.to_revision is null and o.partner <> s.reporter
            and o.partner <> 'W00'
          group by s.source, s.year, o.product),
        whole as (
          select source, year from imported group by source, year having count(*) = ?
          order by year desc, source limit 1)
        select product, value from imported join whole using (source, year)
        """,
        row -> values.put(row.getString(1), row.getDouble(2)),
        edition,
        codes,
        codes.size());
    double total = values.values().stream().mapToDouble(Double::doubleValue).sum();
    if (total <= 0) {
      return null;
    }
    values.replaceAll((code, value) -> value / total);
    return values;
  }
}
