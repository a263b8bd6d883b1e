package org.ecosec.investment.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.investment.change.Facts;
import org.ecosec.platform.problem.Problem;

@ApplicationScoped
class ReferenceClasses extends Facts<ReferenceClass> {

  static Problem unknown(String id) {
    return Problem.notFound(
        "no-such-reference-class", "There is no reference class " + id + " that you may see.");
  }
}
