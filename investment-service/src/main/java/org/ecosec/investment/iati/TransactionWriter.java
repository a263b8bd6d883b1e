package org.ecosec.investment.iati;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.transaction.TransactionType;

/** Writes an entry of money as a transaction. */
record TransactionWriter(Elements xml) {

  private static final List<TransactionType> INCOMING =
      List.of(
          TransactionType.INCOMING_FUNDS,
          TransactionType.INCOMING_COMMITMENT,
          TransactionType.INCOMING_PLEDGE);

  void write(PublishedMoney money) throws XMLStreamException {
    xml.start("transaction");
    xml.attribute("ref", money.id());
    xml.own("id", money.id());
    xml.own("financier-scope", money.scope().name());
    xml.empty("transaction-type", "code", Integer.toString(money.type().iatiCode()));
    xml.empty("transaction-date", "iso-date", money.valueDate().toString());
    xml.start("value");
    xml.attribute("currency", money.currency());
    xml.attribute("value-date", money.valueDate().toString());
    xml.characters(money.amount().toPlainString());
    xml.end();
    if (money.notes() != null) {
      xml.narrative("description", money.notes());
    }
    if (money.financier() != null) {
      xml.start("provider-org");
      if (money.scope() == FinancierScope.PRIVATE && !INCOMING.contains(money.type())) {
        xml.attribute("type", "70");
      }
      xml.narrative(money.financier());
      xml.end();
    }
    if (money.scope() == FinancierScope.ODA) {
      xml.empty("flow-type", "code", "10");
    }
    xml.end();
  }
}
