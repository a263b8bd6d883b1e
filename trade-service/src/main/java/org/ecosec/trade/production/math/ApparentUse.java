package org.ecosec.trade.production.math;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much of what an economy uses of a mineral it imports: {@code M / (P + M − X)}, all in tonnes
 * of the same thing. {@code reliance} is {@code (M − X) / (P + M − X)} kept within 0 and 1
 * (Blengini et al. 2017, EUR 28654). Where exports are not reported there is only the bound that
 * none gives.
 */
public record ApparentUse(
    OptionalDouble dependency,
    OptionalDouble dependencyLower,
    OptionalDouble reliance,
    Optional<Reason> reason) {

  /** Why there is no figure, or only a bound. */
  public enum Reason {
    NO_IMPORTS_REPORTED,
    NO_EXPORTS_REPORTED,
    NO_PRODUCTION,
    PRODUCTION_WITHHELD,
    /** More is exported than produced and imported: stocks, or trade of others. */
    NO_APPARENT_USE
  }

  /** Tonnes; empty is not known, which is not 0. */
  public static ApparentUse of(
      OptionalDouble produced, OptionalDouble imported, OptionalDouble exported) {
    if (imported.isEmpty()) {
      return none(Reason.NO_IMPORTS_REPORTED);
    }
    if (produced.isEmpty()) {
      return none(Reason.NO_PRODUCTION);
    }
    double supply = produced.getAsDouble() + imported.getAsDouble();
    double use = supply - exported.orElse(0);
    if (use <= 0) {
      return none(Reason.NO_APPARENT_USE);
    }
    double part = imported.getAsDouble() / use;
    if (exported.isEmpty()) {
      return new ApparentUse(
          OptionalDouble.empty(),
          OptionalDouble.of(part),
          OptionalDouble.empty(),
          Optional.of(Reason.NO_EXPORTS_REPORTED));
    }
    double net = (imported.getAsDouble() - exported.getAsDouble()) / use;
    return new ApparentUse(
        OptionalDouble.of(part),
        OptionalDouble.of(part),
        OptionalDouble.of(Math.clamp(net, 0.0, 1.0)),
        Optional.empty());
  }

  /** Nothing can be said, for a reason. */
  public static ApparentUse none(Reason reason) {
    return new ApparentUse(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.of(reason));
  }
}
