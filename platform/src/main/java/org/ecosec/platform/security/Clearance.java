package org.ecosec.platform.security;

import jakarta.enterprise.context.RequestScoped;

/**
 * The highest handling level that the current request may see. It starts at {@code PUBLIC}, a
 * request filter raises it to the caller's, and listeners and jobs act as the system itself.
 */
@RequestScoped
public class Clearance {

  private HandlingLevel level = HandlingLevel.PUBLIC;
  private boolean servesCaller;

  public HandlingLevel level() {
    return level;
  }

  public boolean mayShow(HandlingLevel handling) {
    return handling.compareTo(level) <= 0;
  }

  /** For listeners and jobs, which serve no caller: they see everything. */
  public void actAsSystem() {
    if (servesCaller) {
      throw new IllegalStateException("A caller's request must not see what its caller may not");
    }
    level = HandlingLevel.RESTRICTED;
  }

  void serve(HandlingLevel granted) {
    servesCaller = true;
    level = granted;
  }
}
