package org.ecosec.platform.security;

import java.util.Set;

/** Who may do what; every endpoint names one of these or is closed. */
public final class Roles {

  /** Reads. */
  public static final String READER = "reader";

  /** Acknowledges, silences, runs scenarios, keeps subscriptions of their own. */
  public static final String ANALYST = "analyst";

  /** Imports, and publishes measures, pledges and rules. */
  public static final String STEWARD = "steward";

  /** Replays, redrives and manages keys. */
  public static final String OPERATOR = "operator";

  private Roles() {}

  /** The role with those that it includes. */
  static Set<String> includedIn(String role) {
    return switch (role) {
      case STEWARD -> Set.of(STEWARD, ANALYST, READER);
      case ANALYST -> Set.of(ANALYST, READER);
      case OPERATOR -> Set.of(OPERATOR, READER);
      default -> Set.of(role);
    };
  }
}
