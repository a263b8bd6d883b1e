package org.ecosec.alerts.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.Map;
import org.ecosec.alerts.signal.FactType;
import org.ecosec.alerts.signal.Facts;
import org.ecosec.alerts.signal.SignalKind;

/**
 * A compiled condition. An absent fact is an error to CEL, which OR and AND absorb where they can.
 */
public final class Condition {

  private final SignalKind kind;
  private final CelRuntime.Program program;

  Condition(SignalKind kind, CelRuntime.Program program) {
    this.kind = kind;
    this.program = program;
  }

  public Answer test(Facts facts) {
    try {
      return switch (program.eval(variables(facts))) {
        case Boolean yes when yes -> Answer.YES;
        case Boolean no -> Answer.NO;
        default -> Answer.UNDECIDED;
      };
    } catch (CelEvaluationException undefined) {
      return Answer.UNDECIDED;
    }
  }

  private Map<String, Object> variables(Facts facts) {
    var variables = new HashMap<>(facts.values());
    variables.replaceAll(
        (name, value) ->
            kind.facts().get(name) == FactType.AMOUNT && value instanceof String amount
                ? Decimal.of(amount)
                : value);
    return variables;
  }
}
