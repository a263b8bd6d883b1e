package org.ecosec.investment.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Locale;
import org.ecosec.investment.change.Fact;
import org.ecosec.platform.security.HandlingLevel;

/** A published wording of a pledge; the ordinal keeps the order in which they were given. */
@Entity
@Table(name = "pledge_statement")
class PledgeStatement extends Fact {

  @Column String pledgeId;
  @Column int ordinal;

  @Column
  @Enumerated(EnumType.STRING)
  HandlingLevel handling;

  @Embedded Statement statement;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
  protected PledgeStatement() {}

  PledgeStatement(Pledge pledge, int ordinal, Statement statement) {
    identify(String.format(Locale.ROOT, "%s-s%04d", pledge.id(), ordinal));
    this.pledgeId = pledge.id();
    this.ordinal = ordinal;
    this.handling = pledge.handling;
    this.statement = statement;
  }
}
