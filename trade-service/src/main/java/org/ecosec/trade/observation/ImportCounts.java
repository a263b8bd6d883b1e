package org.ecosec.trade.observation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was counted while a body was staged; of refused rows the first ten thousand are kept. */
final class ImportCounts {

  private static final int MAX_KEPT = 10_000;
  private static final int MAX_VALUE = 100;

  /** One refused row. */
  record Rejected(long line, String column, String code, String reason, @Nullable String value) {}

  private final List<Rejected> kept = new ArrayList<>();
  private long read;
  private long accepted;
  private long rejected;
  private long ignored;

  void accept(int observations) {
    read++;
    accepted += observations;
    if (observations == 0) {
      ignored++;
    }
  }

  void reject(long line, RejectedRow refusal) {
    read++;
    rejected++;
    if (kept.size() < MAX_KEPT) {
      kept.add(
          new Rejected(
              line,
              refusal.column(),
              refusal.code(),
              refusal.reason(),
              printable(refusal.value())));
    }
  }

  long read() {
    return read;
  }

  long accepted() {
    return accepted;
  }

  long rejected() {
    return rejected;
  }

  long ignored() {
    return ignored;
  }

  List<Rejected> kept() {
    return List.copyOf(kept);
  }

  private static @Nullable String printable(@Nullable String value) {
    if (value == null) {
      return null;
    }
    var text = value.replaceAll("\\p{Cntrl}", "?");
    return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "…";
  }
}
