package org.ecosec.investment.transaction;

import org.ecosec.investment.form.Fields;

/** Why an entry is taken back, and who says so. */
public record Reversal(String reason, String source) {

  public Reversal {
    new Fields("bad-reversal", "A reversal needs its reason and its source.")
        .text("/reason", reason, 4_000)
        .text("/source", source, 1_000)
        .refuse();
  }
}
