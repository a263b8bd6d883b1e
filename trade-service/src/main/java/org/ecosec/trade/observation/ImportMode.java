package org.ecosec.trade.observation;

/** What the absence of a row means: nothing, or that it is withdrawn from its slice. */
public enum ImportMode {
  PARTIAL,
  COMPLETE
}
