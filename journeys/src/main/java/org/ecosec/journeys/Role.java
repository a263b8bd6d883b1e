package org.ecosec.journeys;

import java.util.List;
import java.util.Locale;

/** What a token of the local platform lets its bearer do and see. */
public enum Role {
  READER("PUBLIC"),
  ANALYST("PARTNER"),
  STEWARD("RESTRICTED"),
  OPERATOR("PUBLIC");

  private final String handling;

  Role(String handling) {
    this.handling = handling;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The highest handling level that the bearer may see. */
  String handling() {
    return handling;
  }

  /** The role and those that it includes. */
  List<String> groups() {
    return switch (this) {
      case READER -> List.of("reader");
      case ANALYST -> List.of("analyst", "reader");
      case STEWARD -> List.of("steward", "analyst", "reader");
      case OPERATOR -> List.of("operator", "reader");
    };
  }
}
