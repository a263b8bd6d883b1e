package org.ecosec.platform.planted.math;

import org.ecosec.platform.problem.Problem;

class Impure {
  Problem refuse() {
    return Problem.badRequest("impure", "Mathematics knows no HTTP.");
  }
}
