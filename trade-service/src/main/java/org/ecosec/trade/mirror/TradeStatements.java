package org.ecosec.trade.mirror;

import jakarta.inject.Singleton;
import java.util.List;
import org.ecosec.trade.reference.ReferenceCsv;

/** The published statements that ship with the product, each with its source. */
@Singleton
class TradeStatements {

  private final List<TradeStatement> statements =
      ReferenceCsv.read("trade-statements.csv").stream().map(TradeStatement::of).toList();

  /** Of a pair, seen from its first economy. */
  List<TradeStatement> of(String reporter, String partner) {
    return statements.stream()
        .filter(statement -> statement.isOf(reporter, partner))
        .map(statement -> statement.from(reporter))
        .toList();
  }
}
