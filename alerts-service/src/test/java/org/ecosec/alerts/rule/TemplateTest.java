package org.ecosec.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.ecosec.alerts.signal.Facts;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void factsTakeTheirPlaces() {
    var facts =
        new Facts(
            Map.of(
                "importer",
                "JPN",
                "hhiLower",
                0.7603241849735416,
                "topShare",
                0.8719657017185605,
                "totalUsd",
                "61473072.338"));
    assertThat(
            new Template(
                    "{importer}: {topShare|percent} of {totalUsd|words}, HHI {hhiLower}, {verdict}")
                .fill(facts))
        .isEqualTo("JPN: 87.2 % of 61.5 million, HHI 0.760, unknown");
  }

  @Test
  void aValueIsNoPattern() {
    var facts = new Facts(Map.of("productName", "a $1 \\ {importer} thing"));
    assertThat(new Template("{productName}!").fill(facts)).isEqualTo("a $1 \\ {importer} thing!");
  }

  @Test
  void whatTheKindLacksIsRefused() {
    for (String wrong : new String[] {"{pledgeId}", "{importer|percent}", "{hhi|words}"}) {
      assertThatThrownBy(() -> new Template(wrong).check(SignalKind.CONCENTRATION, "title"))
          .isInstanceOf(Problem.class);
    }
  }
}
