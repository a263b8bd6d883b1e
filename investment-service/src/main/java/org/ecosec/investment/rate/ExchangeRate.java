package org.ecosec.investment.rate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.ecosec.investment.change.Fact;

/** The monthly average of a currency against the US dollar in one rate set. */
@Entity
@Table(name = "exchange_rate")
class ExchangeRate extends Fact {

  @Column String rateSet;
  @Column LocalDate month;
  @Column String currency;
  @Column BigDecimal lcuPerUsd;

  protected ExchangeRate() {}

  ExchangeRate(String rateSet, RateRow row) {
    identify(rateSet + "|" + row.currency() + "|" + row.month());
    this.rateSet = rateSet;
    this.month = row.month().atDay(1);
    this.currency = row.currency();
    this.lcuPerUsd = row.lcuPerUsd();
  }
}
