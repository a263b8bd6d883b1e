package org.ecosec.trade.diversion.math;

import java.util.OptionalDouble;

/**
 * Trade from an origin to a market before and after something happened, directly and through a hub.
 * It is consistent with diversion if the direct way fell, and both ways around it rose.
 */
public record Triangle(Leg direct, Leg inflow, OptionalDouble controlGrowth, Leg outflow) {

  private static final double FALL = 0.30;
  private static final double RISE = 0.50;
  private static final double GUARD = 1e-12;

  /** Trade between two economies in the same months of two years, in US dollars. */
  public record Leg(double before, double after) {

    public double change() {
      return after - before;
    }

    /** Growth as a share; empty if there was nothing before. */
    public OptionalDouble growth() {
      return before > 0 ? OptionalDouble.of(after / before - 1) : OptionalDouble.empty();
    }

    public boolean fell() {
      return before > 0 && after <= before * (1 - FALL) + GUARD;
    }

    // From nothing to something is a rise of any size.
    private boolean rose(double more) {
      return after > before * (1 + more) - GUARD && after > before;
    }
  }

  public boolean directFell() {
    return direct.fell();
  }

  /** Above what the hub's imports of other products from the origin did. */
  public boolean inflowRose() {
    return inflow.rose(RISE + Math.max(-RISE, controlGrowth.orElse(0)));
  }

  public boolean outflowRose() {
    return outflow.rose(RISE);
  }

  public boolean consistent() {
    return directFell() && inflowRose() && outflowRose();
  }

  /** The inflow beyond what it would be had it grown as the hub's other imports did. */
  public double inflowAboveControl() {
    return inflow.after() - inflow.before() * (1 + controlGrowth.orElse(0));
  }

  /** At most this much: the smallest of the three changes; 0 if they do not fit together. */
  public double divertedAtMost() {
    return consistent()
        ? Math.min(-direct.change(), Math.min(inflowAboveControl(), outflow.change()))
        : 0;
  }
}
