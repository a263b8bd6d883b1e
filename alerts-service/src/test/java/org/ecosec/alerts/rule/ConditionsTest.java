package org.ecosec.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.common.CelValidationException;
import java.util.List;
import java.util.Map;
import org.ecosec.alerts.signal.Facts;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

  private static final String RAISE = "above(hhiLower, 0.40) || above(topShareOfWorld, 0.60)";

  @Test
  void thresholdsAreStrict() {
    assertThat(test("above(hhiLower, 0.40)", Map.of("hhiLower", 0.40))).isEqualTo(Answer.NO);
    assertThat(test("above(hhiLower, 0.40)", Map.of("hhiLower", 0.40 + 1e-13)))
        .isEqualTo(Answer.NO);
    assertThat(test("above(hhiLower, 0.40)", Map.of("hhiLower", 0.40 + 1e-11)))
        .isEqualTo(Answer.YES);
    assertThat(test("below(hhiLower, 0.40)", Map.of("hhiLower", 0.40 - 1e-13)))
        .isEqualTo(Answer.NO);
  }

  @Test
  void anUndefinedFigureDecidesNothingUnlessTheOtherDoes() {
    assertThat(test(RAISE, Map.of())).isEqualTo(Answer.UNDECIDED);
    assertThat(test(RAISE, Map.of("hhiLower", 0.1))).isEqualTo(Answer.UNDECIDED);
    assertThat(test(RAISE, Map.of("hhiLower", 0.5))).isEqualTo(Answer.YES);
    assertThat(test(RAISE, Map.of("topShareOfWorld", 0.7))).isEqualTo(Answer.YES);
    assertThat(test(RAISE, Map.of("hhiLower", 0.1, "topShareOfWorld", 0.1))).isEqualTo(Answer.NO);
  }

  @Test
  void amountsCompareAsDecimals() {
    var facts = new Facts(Map.of("totalUsd", "9007199254740993"));
    assertThat(compile("amountAbove(totalUsd, '9007199254740992')").test(facts))
        .isEqualTo(Answer.YES);
    assertThat(compile("amountAbove(totalUsd, '9007199254740993')").test(facts))
        .isEqualTo(Answer.NO);
  }

  @Test
  void decimalsHaveNoWayToDoubles() {
    var facts = new Facts(Map.of("totalUsd", "0.30"));
    assertThat(compile("totalUsd > decimal('0.29999999999999999999')").test(facts))
        .isEqualTo(Answer.YES);
    assertThat(compile("totalUsd > decimal('0.3')").test(facts)).isEqualTo(Answer.NO);
    assertThat(compile("totalUsd >= decimal('0.3')").test(facts)).isEqualTo(Answer.YES);
    assertThat(compile("totalUsd < decimal('0.3000000000000000000001')").test(facts))
        .isEqualTo(Answer.YES);
    assertThat(compile("totalUsd <= decimal('0.3')").test(facts)).isEqualTo(Answer.YES);
    assertThat(compile("totalUsd == decimal('0.3')").test(facts)).isEqualTo(Answer.YES);
    assertThat(compile("totalUsd != decimal('0.300')").test(facts)).isEqualTo(Answer.NO);
    assertThat(compile("totalUsd > decimal('1')").test(new Facts(Map.of())))
        .isEqualTo(Answer.UNDECIDED);
  }

  @Test
  void aConditionNamesWhatItAsksFor() throws CelValidationException {
    var literals =
        Literals.of(
            Conditions.checked(
                SignalKind.CONCENTRATION,
                "importer in ['JPN', 'KOR'] && (product == '2504' || 'IND' == importer)"
                    + " && product.startsWith('81') && source != 'x'"));
    assertThat(literals.wanted("importer")).containsExactlyInAnyOrder("JPN", "KOR", "IND");
    assertThat(literals.wanted("product")).containsExactlyInAnyOrder("2504", "81");
    assertThat(literals.wanted("source")).isEmpty();
  }

  @Test
  void aListCanBeAskedWithoutALoop() {
    var facts = new Facts(Map.of("sectors", List.of("critical-minerals")));
    assertThat(compile("'critical-minerals' in sectors").test(facts)).isEqualTo(Answer.YES);
    assertThat(compile("'pharmaceuticals' in sectors").test(facts)).isEqualTo(Answer.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hhiLower", // not true or false
        "nothing > 1.0", // no such fact
        "above(hhiLower, 0)", // a whole number
        "above(importer, 0.4)", // a text
        "hhiLower >", // not an expression
        "sectors.exists(s, s == 'x')", // loops are off
        "sectors.all(s, true)",
        "totalUsd > 1000.0", // an amount is no double
        "double(totalUsd) > 1000.0",
        "totalUsd > decimal(1000.0)",
        "totalUsd > decimal('1e9')", // an exponent can be endless
        "totalUsd > decimal('a lot')",
        "amountAbove(totalUsd, 'a lot')",
        "has(sectors.x)",
        "sectors.map(s, s) == sectors",
        ""
      })
  void whatDoesNotCheckIsRefusedWithAPointer(String text) {
    assertThatThrownBy(() -> compile(text))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(422);
              assertThat(problem.errors()).extracting("pointer").containsExactly("/raiseWhen");
            });
  }

  @Test
  void anExpressionIsBounded() {
    var deep = "(".repeat(200) + "true" + ")".repeat(200);
    assertThatThrownBy(() -> compile(deep)).isInstanceOf(Problem.class);
    var tooLong = "true" + " || true".repeat(300);
    assertThatThrownBy(() -> compile(tooLong)).isInstanceOf(Problem.class);
  }

  private static Answer test(String text, Map<String, Object> facts) {
    return compile(text).test(new Facts(facts));
  }

  private static Condition compile(String text) {
    return Conditions.compile(SignalKind.CONCENTRATION, "raiseWhen", text);
  }
}
