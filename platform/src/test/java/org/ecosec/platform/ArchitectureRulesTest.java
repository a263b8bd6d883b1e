package org.ecosec.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.ecosec.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** A rule that has never refused anything proves nothing: each meets a planted fault here. */
class ArchitectureRulesTest {

  private static final String PLANTED = "org.ecosec.platform.planted";
  private static final JavaClasses FAULTS = new ClassFileImporter().importPackages(PLANTED);

  @Test
  void everyRuleRefusesItsPlantedFault() {
    List<String> culprits =
        List.of("Left", "OpenRecord", "Impure", "InjectedField", "ThingImpl", "Talkative");
    List<ArchRule> rules = ArchitectureRules.rulesWithFaults(PLANTED);
    assertThat(rules).hasSameSizeAs(culprits);
    for (int i = 0; i < rules.size(); i++) {
      var result = rules.get(i).evaluate(FAULTS);
      assertThat(result.hasViolation()).as(rules.get(i).getDescription()).isTrue();
      assertThat(result.getFailureReport().toString()).contains(culprits.get(i));
    }
  }
}
