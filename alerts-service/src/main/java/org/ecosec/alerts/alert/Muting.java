package org.ecosec.alerts.alert;

/**
 * Why nobody is told of a change of an alert, although it is kept: {@code by} is the id of the
 * silence or of the alert that stands for it.
 */
public record Muting(Because because, String by) {

  /** The reason that the record of who was not told names. */
  public enum Because {
    /** Somebody asked for silence. */
    SILENCED,
    /** The alert about a measure says it for the products under it. */
    INHIBITED,
    /** The alert about the heading says it for the product within. */
    GROUPED
  }
}
