package org.ecosec.alerts.rule;

import dev.cel.common.CelValidationException;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ecosec.alerts.signal.SignalCopies;
import org.ecosec.platform.problem.Problem;

/**
 * What trade-service watches: the configured importers, for products in a published basket or under
 * a measure. Nothing is told of other cells, so a rule that asks for them would wait for ever.
 */
@ApplicationScoped
class Watched {

  /** Which importers are watched: the same setting as in trade-service. */
  @ConfigMapping(prefix = "ecosec.watch")
  interface Config {
    @WithDefault("IND,JPN")
    List<String> importers();
  }

  private static final Set<String> GROUPS = Set.of("ALL");

  private final Config config;
  private final SignalCopies copies;

  Watched(Config config, SignalCopies copies) {
    this.config = config;
    this.copies = copies;
  }

  /** Refuses conditions that name an importer or a product that is not watched. */
  void check(RuleDraft draft) {
    check(draft, "where", draft.where());
    check(draft, "raiseWhen", draft.raiseWhen());
  }

  private void check(RuleDraft draft, String field, String condition) {
    var literals = literals(draft, condition);
    economyFacts(draft)
        .flatMap(literals::wanted)
        .filter(economy -> !config.importers().contains(economy) && !GROUPS.contains(economy))
        .findFirst()
        .ifPresent(
            economy -> {
              throw refused(
                  field,
                  "%s is not watched; the watched importers are %s"
                      .formatted(economy, String.join(", ", config.importers())));
            });
    literals
        .wanted("product")
        .filter(product -> !copies.knowsProduct(product))
        .findFirst()
        .ifPresent(
            product -> {
              throw refused(
                  field,
                  "no product %s is in a published basket or under a measure".formatted(product));
            });
  }

  // The importer of a figure, or the economy whose balance it is. An anomaly's reporter may be the
  // partner of a watched importer, so it is not asked.
  private static Stream<String> economyFacts(RuleDraft draft) {
    return switch (draft.kind()) {
      case CONCENTRATION, DEPENDENCY, MEASURE_EXPOSURE -> Stream.of("importer");
      case SALES_EXPOSURE -> Stream.of("exporter");
      case BALANCE -> Stream.of("economy");
      case ANOMALY,
          DIVERSION,
          MEASURE,
          PLEDGE_PROGRESS,
          MILESTONE,
          TARGET,
          INITIATIVE,
          SOURCE,
          RULE,
          SILENCE ->
          Stream.empty();
    };
  }

  private static Literals literals(RuleDraft draft, String condition) {
    try {
      return Literals.of(Conditions.checked(draft.kind(), condition));
    } catch (CelValidationException impossible) {
      throw new IllegalStateException("The condition was checked before", impossible);
    }
  }

  private static Problem refused(String field, String reason) {
    return Problem.unprocessable(
            "not-watched",
            "The rule asks for what is not watched: watch it in trade-service, or leave it out.")
        .at("/" + field, reason);
  }
}
