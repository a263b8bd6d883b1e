package org.ecosec.alerts;

import org.ecosec.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theCodeKeepsItsRules() {
    ArchitectureRules.check("org.ecosec.alerts");
  }
}
