package org.ecosec.platform.security;

import jakarta.enterprise.context.RequestScoped;

/**
 * The highest handling level that the current request may see. It starts at {@code PUBLIC}, a
 * request filter raises it to the caller's, and listeners and jobs act as the system itself.
 */
@RequestScoped
public class Clearance {

  private HandlingLevel level = HandlingLevel.PUBLIC;

  public HandlingLevel level() {
    return level;
  }

  public boolean mayShow(HandlingLevel handling) {
    return handling.compareTo(level) <= 0;
  }

  /** For listeners and jobs, which serve no caller: they see everything. */
  public void actAsSystem() {
    level = HandlingLevel.RESTRICTED;
  }

  void raiseTo(HandlingLevel granted) {
    level = granted;
  }
}
