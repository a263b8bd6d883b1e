package org.ecosec.investment.form;

import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;

/** Who may write at which handling level: nobody above their own, for they could not read it. */
@ApplicationScoped
public class Handlings {

  private final Clearance clearance;

  Handlings(Clearance clearance) {
    this.clearance = clearance;
  }

  public void check(HandlingLevel handling) {
    if (!clearance.mayShow(handling)) {
      throw new Problem(
              403,
              "handling-above-clearance",
              "Your token is cleared for " + clearance.level() + "; write at that level or below.")
          .at("/handling", "is above your clearance");
    }
  }

  /** The stricter of two: what is made of both may be shown to whom both may be shown. */
  public static HandlingLevel stricter(HandlingLevel one, HandlingLevel other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
