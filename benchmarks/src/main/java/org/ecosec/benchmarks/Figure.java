package org.ecosec.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure; {@code peer} is what it is compared with in the same run and {@code ratio}
 * ours to the peer's, both null where the target is a limit.
 */
record Figure(
    String what,
    String unit,
    double ours,
    @Nullable Double peer,
    @Nullable Double ratio,
    String target) {

  static Figure beside(double peer, double ours, String unit, String what, String target) {
    return new Figure(what, unit, ours, peer, ours / peer, target);
  }

  static Figure alone(double ours, String unit, String what, String target) {
    return new Figure(what, unit, ours, null, null, target);
  }

  Figure named(String other) {
    return new Figure(other, unit, ours, peer, ratio, target);
  }
}
