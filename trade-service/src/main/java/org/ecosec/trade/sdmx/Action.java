package org.ecosec.trade.sdmx;

import java.util.List;

/** What a data set of an answer is to its reader. */
enum Action {
  /** What stands at the revision. */
  INFORMATION("Information", "I"),
  /** Added or revised since. */
  REPLACE("Replace", "R"),
  /** Gone since. */
  DELETE("Delete", "D");

  private final String word;
  private final String letter;

  Action(String word, String letter) {
    this.word = word;
    this.letter = letter;
  }

  String word() {
    return word;
  }

  String letter() {
    return letter;
  }

  /** The data sets that a query's answer can have, in their order. */
  static List<Action> of(DataQuery query) {
    return query.since() == null ? List.of(INFORMATION) : List.of(REPLACE, DELETE);
  }
}
