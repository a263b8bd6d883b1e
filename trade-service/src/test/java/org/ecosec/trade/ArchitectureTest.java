package org.ecosec.trade;

import org.ecosec.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theCodeKeepsItsRules() {
    ArchitectureRules.check("org.ecosec.trade");
  }
}
