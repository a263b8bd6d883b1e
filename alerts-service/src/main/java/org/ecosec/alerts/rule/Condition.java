package org.ecosec.alerts.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import org.ecosec.alerts.signal.Facts;

/**
 * A compiled condition. An absent fact is an error to CEL, which OR and AND absorb where they can.
 */
public final class Condition {

  private final CelRuntime.Program program;

  Condition(CelRuntime.Program program) {
    this.program = program;
  }

  public Answer test(Facts facts) {
    try {
      return switch (program.eval(facts.values())) {
        case Boolean yes when yes -> Answer.YES;
        case Boolean no -> Answer.NO;
        default -> Answer.UNDECIDED;
      };
    } catch (CelEvaluationException undefined) {
      return Answer.UNDECIDED;
    }
  }
}
