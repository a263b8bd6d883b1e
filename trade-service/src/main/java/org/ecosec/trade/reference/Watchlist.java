package org.ecosec.trade.reference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecosec.platform.sql.Database;

/**
 * What is watched: the configured importers, for products in a published basket or under a measure.
 * Only watched cells tell other services of a change.
 */
@ApplicationScoped
public class Watchlist {

  private final Config config;
  private final Sectors sectors;
  private final Database database;

  /** Which importers are watched; the two partners by default. */
  @ConfigMapping(prefix = "ecosec.watch")
  public interface Config {
    @WithDefault("IND,JPN")
    List<String> importers();
  }

  Watchlist(Config config, Sectors sectors, Database database) {
    this.config = config;
    this.sectors = sectors;
    this.database = database;
  }

  public List<String> importers() {
    return config.importers();
  }

  /** Adds products that a measure names; they stay watched. */
  public void add(String classification, String code, String because) {
    database.update(
        "insert into watched_product (classification, code, because) values (?, ?, ?) on conflict do nothing",
        classification,
        code,
        because);
  }

  /** The watched products at this moment. */
  public Snapshot now() {
    var measured =
        database.list(
            "select classification || ' ' || code from watched_product", row -> row.getString(1));
    return new Snapshot(
        Set.copyOf(config.importers()),
        measured.stream().collect(Collectors.toSet()),
        sectors.now());
  }

  /** What was watched when it was read. */
  public record Snapshot(Set<String> importers, Set<String> measured, Baskets baskets) {

    public boolean watches(String importer, String classification, String product) {
      return importers.contains(importer)
          && (measured.contains(classification + " " + product)
              || !baskets.with(classification, product).isEmpty());
    }
  }
}
