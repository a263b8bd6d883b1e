package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.Dependencies.State;
import org.ecosec.trade.indicator.SectorRanks.Place;
import org.ecosec.trade.reference.TradeSources;

/** Compares the verdict of a series' newest year with what it was one revision before. */
@ApplicationScoped
class DependencyChanges {

  private final Database database;
  private final Dependencies dependencies;
  private final TradeSources sources;

  DependencyChanges(Database database, Dependencies dependencies, TradeSources sources) {
    this.database = database;
    this.dependencies = dependencies;
    this.sources = sources;
  }

  /** The newest cell of a series with its slice. */
  record Newest(int sliceId, String period, String source, String edition) {}

  /** Empty where the importer reports no year of the product. */
  Optional<DependencyChange> of(
      String importer, String classification, String product, long revision) {
    var now = state(importer, classification, product, revision);
    var before = state(importer, classification, product, revision - 1);
    return now.map(state -> DependencyChange.of(state, before.orElse(null)));
  }

  Optional<Newest> newest(String importer, String classification, String product, long revision) {
    return database.first(
        """
        select slice_id, period, source, edition from concentration
        where reporter = ? and classification = ? and product = ? and freq = 'A'
          and from_revision <= ? and (to_revision is null or to_revision > ?)
        order by period desc, array_position(?::text[], source) nulls last, source, edition desc
        limit 1
        """,
        row -> new Newest(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)),
        importer,
        classification,
        product,
        revision,
        revision,
        sources.preference());
  }

  private Optional<State> state(
      String importer, String classification, String product, long revision) {
    return newest(importer, classification, product, revision)
        .map(
            cell ->
                dependencies.state(
                    new Place(importer, classification, product, "A", cell.period(), null),
                    revision));
  }
}
