package org.ecosec.trade.scenario;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.scenario.Scenario.Status;

/** Takes a scenario: a small one is worked out at once, a large one by {@link ScenarioWorker}. */
@ApplicationScoped
class ScenarioSubmission {

  private static final int MAX_PRODUCTS_AT_ONCE = 100;

  private final Scenarios scenarios;
  private final ScenarioRun run;
  private final Revisions revisions;
  private final Economies economies;
  private final Sectors sectors;
  private final SecurityIdentity identity;
  private final Clock clock;

  ScenarioSubmission(
      Scenarios scenarios,
      ScenarioRun run,
      Revisions revisions,
      Economies economies,
      Sectors sectors,
      SecurityIdentity identity,
      Clock clock) {
    this.scenarios = scenarios;
    this.run = run;
    this.revisions = revisions;
    this.economies = economies;
    this.sectors = sectors;
    this.identity = identity;
    this.clock = clock;
  }

  @Transactional(TxType.MANDATORY)
  Scenario submit(ScenarioRequest request) {
    Assumptions.require(
        !request.title().isBlank() && request.title().length() <= 200,
        "/title",
        "takes 1 to 200 characters");
    var assumptions = Assumptions.of(request, products(request));
    checkEconomies("/imposer", List.of(assumptions.imposer()));
    checkEconomies("/targets", assumptions.targets());
    checkEconomies("/excludedSuppliers", assumptions.excludedSuppliers());
    var scenario =
        new Scenario(
            UUID.randomUUID(),
            request.title(),
            Status.RUNNING,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            revisions.resolve(AsOf.parse(request.asOf())),
            assumptions,
            null,
            null);
    scenarios.add(scenario, identity.getPrincipal().getName());
    if (assumptions.products().size() <= MAX_PRODUCTS_AT_ONCE) {
      scenarios.complete(scenario.id(), run.of(assumptions, scenario.revision()), clock.instant());
    }
    return scenarios.find(scenario.id()).orElseThrow();
  }

  private List<String> products(ScenarioRequest request) {
    var sector = request.sector();
    if (sector == null) {
      return List.of();
    }
    var classification = request.classification() == null ? "HS" : request.classification();
    var codes =
        sectors.codes(sector).stream()
            .filter(code -> code.classification().equals(classification))
            .map(Sectors.SectorCode::code)
            .distinct()
            .sorted()
            .toList();
    if (codes.isEmpty()) {
      throw Problem.unprocessable("unknown-sector", "Sectors are listed by /trade/v1/sectors.")
          .at("/sector", sector + " has no codes of " + classification);
    }
    return codes;
  }

  private void checkEconomies(String pointer, List<String> codes) {
    for (String code : codes) {
      if (economies.find(code).isEmpty()) {
        throw Problem.unprocessable(
                "unknown-economy", "Economies are alpha-3 codes of /trade/v1/economies.")
            .at(pointer, code + " is not one");
      }
    }
  }
}
