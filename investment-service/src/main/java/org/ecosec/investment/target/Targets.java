package org.ecosec.investment.target;

import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.investment.change.Facts;
import org.ecosec.platform.problem.Problem;

@ApplicationScoped
class Targets extends Facts<Target> {

  static Problem unknown(String id) {
    return Problem.notFound("no-such-target", "There is no target " + id + " that you may see.");
  }
}
