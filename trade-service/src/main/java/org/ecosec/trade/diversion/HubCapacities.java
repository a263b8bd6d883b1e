package org.ecosec.trade.diversion;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.diversion.Capacity.Status;
import org.ecosec.trade.production.Minerals;
import org.ecosec.trade.production.Minerals.MineralProduct;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Products;
import org.jspecify.annotations.Nullable;

/**
 * Joins production to a product's mineral: a hub that is not among the producers cannot have made
 * what it sells. That is said only where nearly all output has a named producer.
 */
@ApplicationScoped
class HubCapacities {

  private static final String UNNAMED = "_X";
  private static final double MIN_NAMED = 0.95;

  private final Database database;
  private final Minerals minerals;

  HubCapacities(Database database, Minerals minerals) {
    this.database = database;
    this.minerals = minerals;
  }

  private record Output(
      String source, String stage, String economy, @Nullable BigDecimal tonnes, boolean withheld) {

    double known() {
      return tonnes == null ? 0 : tonnes.doubleValue();
    }
  }

  Capacity of(Question question, String hub) {
    var carries =
        minerals.all().stream()
            .filter(product -> product.hs6().equals(question.product()))
            .filter(product -> question.classification().equals(Products.HS))
            .toList();
    if (carries.isEmpty()) {
      return Capacity.unknown("NO_MINERAL");
    }
    var found = carries.stream().map(product -> of(product, question, hub)).toList();
    // A basket of several minerals: one that the hub makes is enough, and all must be known to be
    // missing.
    return found.stream()
        .filter(capacity -> capacity.status() == Status.PRODUCES)
        .findFirst()
        .or(
            () ->
                found.stream().filter(capacity -> capacity.status() == Status.UNKNOWN).findFirst())
        .orElse(new Capacity(Status.NO_KNOWN_PRODUCTION, null));
  }

  private Capacity of(MineralProduct product, Question question, String hub) {
    var outputs = outputs(product.mineral(), question);
    var own = outputs.stream().filter(output -> output.economy().equals(hub)).toList();
    // What is withheld is made: a source protects a company with it.
    if (own.stream().anyMatch(output -> output.known() > 0 || output.withheld())) {
      return new Capacity(Status.PRODUCES, null);
    }
    if (own.stream().anyMatch(output -> output.tonnes() == null)) {
      return Capacity.unknown("PRODUCTION_NOT_AVAILABLE");
    }
    var stage = outputs.stream().filter(output -> output.stage().equals(product.stage())).toList();
    if (stage.stream().mapToDouble(Output::known).sum() <= 0) {
      return Capacity.unknown("NO_PRODUCTION_DATA");
    }
    var sources = stage.stream().map(Output::source).distinct().toList();
    return sources.stream().anyMatch(source -> namesNearlyAll(stage, source))
        ? new Capacity(Status.NO_KNOWN_PRODUCTION, null)
        : Capacity.unknown("PRODUCERS_NOT_NAMED");
  }

  private static boolean namesNearlyAll(List<Output> stage, String source) {
    double all = 0;
    double unnamed = 0;
    for (Output output : stage) {
      if (output.source().equals(source) && !output.economy().equals(Economies.WORLD)) {
        all += output.known();
        unnamed += output.economy().equals(UNNAMED) ? output.known() : 0;
      }
    }
    return all > 0 && unnamed <= (1 - MIN_NAMED) * all;
  }

  /** Of each source and stage the year nearest to the question's, not after it if there is one. */
  private List<Output> outputs(String mineral, Question question) {
    return database.list(
        """
        with known as (
          select * from production where mineral = ?
            and from_revision <= ? and (to_revision is null or to_revision > ?)),
        nearest as (
          select source, stage, coalesce(max(year) filter (where year <= ?), min(year)) as year
          from known group by source, stage)
        select k.source, k.stage, k.economy, k.tonnes, coalesce(k.reason = 'WITHHELD', false)
        from known k join nearest n using (source, stage, year)
        """,
        row ->
            new Output(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getBoolean(5)),
        mineral,
        question.revision(),
        question.revision(),
        Integer.parseInt(question.after().getLast().substring(0, 4)));
  }
}
