package org.ecosec.trade.observation;

import java.util.Locale;
import java.util.Optional;

/** The direction of trade, seen from the reporter. */
public enum Flow {
  IMPORT("CIF"),
  EXPORT("FOB"),
  RE_IMPORT("CIF"),
  RE_EXPORT("FOB");

  private final String usualValuation;

  Flow(String usualValuation) {
    this.usualValuation = usualValuation;
  }

  /** CIF for what comes in, FOB for what goes out, as customs offices report to Comtrade. */
  public String usualValuation() {
    return usualValuation;
  }

  /** By Comtrade's letter, its older number, or the word. */
  static Optional<Flow> ofComtrade(String text) {
    return switch (text.toUpperCase(Locale.ROOT).replace('_', '-')) {
      case "M", "1", "IMPORT", "IMPORTS" -> Optional.of(IMPORT);
      case "X", "2", "EXPORT", "EXPORTS" -> Optional.of(EXPORT);
      case "RX", "3", "RE-EXPORT", "RE-EXPORTS" -> Optional.of(RE_EXPORT);
      case "RM", "4", "RE-IMPORT", "RE-IMPORTS" -> Optional.of(RE_IMPORT);
      default -> Optional.empty();
    };
  }
}
