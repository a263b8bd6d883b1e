package org.ecosec.alerts.impact;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecosec.alerts.impact.ImpactView.Match;
import org.junit.jupiter.api.Test;

class ProductMatchingTest {

  @Test
  void codesMeetInBothDirections() {
    assertThat(ProductMatching.match("250410", "250410")).contains(Match.SAME);
    assertThat(ProductMatching.match("25041010", "250410")).contains(Match.PROJECT_CODE_NARROWER);
    assertThat(ProductMatching.match("2504", "250410")).contains(Match.PROJECT_CODE_BROADER);
    assertThat(ProductMatching.match("250490", "250410")).isEmpty();
    assertThat(ProductMatching.match("0902", "902")).isEmpty();
  }
}
