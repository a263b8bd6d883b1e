package org.ecosec.trade.observation;

import org.jspecify.annotations.Nullable;

/** Why a row is not taken: the column, a stable code, and a sentence for whoever sent it. */
final class RejectedRow extends Exception {

  private final String column;
  private final String code;
  private final String reason;
  private final @Nullable String value;

  RejectedRow(String column, String code, String reason, @Nullable String value) {
    super(code, null, false, false);
    this.column = column;
    this.code = code;
    this.reason = reason;
    this.value = value;
  }

  String column() {
    return column;
  }

  String code() {
    return code;
  }

  String reason() {
    return reason;
  }

  @Nullable String value() {
    return value;
  }
}
