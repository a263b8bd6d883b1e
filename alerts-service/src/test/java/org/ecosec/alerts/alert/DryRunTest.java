package org.ecosec.alerts.alert;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ecosec.alerts.AlertsServers;
import org.ecosec.alerts.Api;
import org.ecosec.alerts.Indicator;
import org.ecosec.alerts.rule.Rule;
import org.ecosec.alerts.rule.RuleConfig;
import org.ecosec.alerts.rule.RuleDraft;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.signal.SignalLog;
import org.ecosec.platform.ledger.CanonicalJson;
import org.ecosec.platform.problem.Problem;
import org.junit.jupiter.api.Test;

/** A dry run is bounded in time as well. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class DryRunTest {

  private final SignalLog log;
  private final CanonicalJson canonical;

  DryRunTest(SignalLog log, CanonicalJson canonical) {
    this.log = log;
    this.canonical = canonical;
  }

  @Test
  void aRunThatTakesTooLongIsRefusedWithWhatToDo() {
    var product = Indicator.newProduct();
    Indicator.of(product).publish();
    Api.alert(product, 1);
    var hasty = new DryRun(log, canonical, new Hasty());
    assertThatThrownBy(() -> hasty.of(rule(), null, null, Instant.now().plusSeconds(1)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("narrow from and to");
  }

  private record Hasty() implements RuleConfig {
    @Override
    public Duration firstDataWithin() {
      return Duration.ofDays(7);
    }

    @Override
    public boolean secondSteward() {
      return false;
    }

    @Override
    public Duration dryRunWithin() {
      return Duration.ZERO;
    }
  }

  private static Rule rule() {
    return new Rule(
        new RuleDraft(
            "hasty",
            SignalKind.CONCENTRATION,
            true,
            "true",
            "above(hhiLower, 0.4)",
            "below(hhiUpper, 0.35)",
            List.of(),
            "a",
            "b",
            null,
            null,
            null,
            null,
            Map.of(),
            null,
            null),
        1);
  }
}
