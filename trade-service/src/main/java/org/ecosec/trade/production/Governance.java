package org.ecosec.trade.production;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.production.math.ProductionConcentration;
import org.jspecify.annotations.Nullable;

/** How well economies are governed, as known at a revision. */
@ApplicationScoped
class Governance {

  private final Database database;

  Governance(Database database) {
    this.database = database;
  }

  /** The scores of one source and year; both are null where none are loaded. */
  record Scores(@Nullable String source, @Nullable String year, Map<String, Double> byEconomy) {

    /** From 0 (well) to 10 (badly); empty for an economy that the indicators leave out. */
    OptionalDouble of(String economy) {
      var score = byEconomy.get(economy);
      return score == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(ProductionConcentration.governance(score));
    }
  }

  Scores at(long revision) {
    var scores = find(revision, "", Integer.MAX_VALUE);
    var byEconomy = new HashMap<String, Double>();
    scores.forEach(score -> byEconomy.put(score.economy(), score.score().doubleValue()));
    var any = scores.stream().findFirst();
    return new Scores(
        any.map(GovernanceScore::source).orElse(null),
        any.map(score -> Integer.toString(score.year())).orElse(null),
        byEconomy);
  }

  /** By economy, after one. */
  List<GovernanceScore> find(long revision, String after, int limit) {
    return database.list(
        """
        select economy, source, year, score from governance_score
        where from_revision <= ? and (to_revision is null or to_revision > ?) and economy > ?
        order by economy limit ?
        """,
        row ->
            new GovernanceScore(
                row.getString(1), row.getString(2), row.getInt(3), row.getBigDecimal(4)),
        revision,
        revision,
        after,
        limit);
  }
}
