package org.ecosec.trade.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.anomaly.MixedBaskets;
import org.ecosec.trade.production.Minerals;
import org.ecosec.trade.production.Minerals.MineralProduct;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.scenario.TradeYears.Wanted;
import org.jspecify.annotations.Nullable;

/** Joins production of the same year to products that hold one mineral and nothing else. */
@ApplicationScoped
class KnownProductions {

  private static final String UNNAMED = "_X";
  private static final String WEIGHS = "gross weight";

  private final Database database;
  private final Minerals minerals;
  private final Products products;
  private final MixedBaskets baskets;

  KnownProductions(Database database, Minerals minerals, Products products, MixedBaskets baskets) {
    this.database = database;
    this.minerals = minerals;
    this.products = products;
    this.baskets = baskets;
  }

  private record MineralStage(String mineral, String stage) {}

  private record Row(
      String source, String basis, String economy, @Nullable BigDecimal tonnes, String reason) {}

  /** By product; what is absent is of no mineral, of several, or of one that is not loaded. */
  Map<String, KnownProduction> of(Wanted wanted, int year) {
    var found = new HashMap<String, KnownProduction>();
    if (!wanted.classification().equals(Products.HS)) {
      return found;
    }
    var known = new HashMap<MineralStage, List<Row>>();
    for (String product : wanted.products()) {
      var stages = stages(product);
      if (stages.size() == 1 && !baskets.mixed(Products.HS, product)) {
        var rows =
            known.computeIfAbsent(stages.getFirst(), stage -> rows(stage, year, wanted.revision()));
        if (!rows.isEmpty()) {
          found.put(product, production(rows));
        }
      }
    }
    return found;
  }

  // A heading stands for its codes if all of them are of the one mineral.
  private List<MineralStage> stages(String product) {
    var codes =
        product.length() == 4
            ? products.all().stream()
                .filter(one -> one.classification().equals(Products.HS))
                .map(Products.Product::code)
                .filter(code -> code.length() == 6 && code.startsWith(product))
                .toList()
            : List.of(product);
    return codes.stream().flatMap(code -> stagesOf(code).stream()).distinct().toList();
  }

  // A code of no mineral spoils its heading, hence the stage of no name.
  private List<MineralStage> stagesOf(String code) {
    var found =
        minerals.all().stream()
            .filter(product -> product.hs6().equals(code))
            .map(KnownProductions::stage)
            .toList();
    return found.isEmpty() ? List.of(new MineralStage("", "")) : found;
  }

  private static MineralStage stage(MineralProduct product) {
    return new MineralStage(product.mineral(), product.stage());
  }

  /** Of the source whose tonnes can be weighed, else of the first by name. */
  private static KnownProduction production(List<Row> rows) {
    var first = rows.getFirst();
    var tonnes = new HashMap<String, BigDecimal>();
    var unknown = new HashMap<String, String>();
    var unnamed = BigDecimal.ZERO;
    for (Row row : rows) {
      if (!row.source().equals(first.source()) || !row.basis().equals(first.basis())) {
        continue;
      }
      if (row.tonnes() == null) {
        unknown.put(row.economy(), row.reason());
      } else if (row.economy().equals(UNNAMED)) {
        unnamed = unnamed.add(row.tonnes());
      } else if (!row.economy().equals(Economies.WORLD)) {
        tonnes.merge(row.economy(), Objects.requireNonNull(row.tonnes()), BigDecimal::add);
      }
    }
    return new KnownProduction(tonnes, unknown, unnamed, first.basis().equals(WEIGHS));
  }

  private List<Row> rows(MineralStage stage, int year, long revision) {
    return database.list(
        """
        select source, basis, economy, tonnes, coalesce(reason, 'NOT_AVAILABLE')
        from production where mineral = ? and stage = ? and year = ?
          and from_revision <= ? and (to_revision is null or to_revision > ?)
        order by basis <> ?, source, basis, economy
        """,
        row ->
            new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getString(5)),
        stage.mineral(),
        stage.stage(),
        year,
        revision,
        revision,
        WEIGHS);
  }
}
