package org.ecosec.platform.security;

/** How widely a record may be shown, from everybody to the named few; ordered. */
public enum HandlingLevel {
  PUBLIC,
  PARTNER,
  RESTRICTED
}
