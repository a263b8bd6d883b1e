package org.ecosec.alerts.subscription;

import org.jspecify.annotations.Nullable;

/** The header {@code WebHook-Allowed-Rate}: messages a minute, or {@code *} for any number. */
public final class AllowedRate {

  private AllowedRate() {}

  /** Null if the endpoint sets no limit. */
  public static @Nullable Integer of(@Nullable String header) {
    if (header == null || !header.strip().matches("[1-9]\\d{0,6}")) {
      return null;
    }
    return Integer.valueOf(header.strip());
  }
}
