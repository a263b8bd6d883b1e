package org.ecosec.investment.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Locale;
import org.ecosec.investment.change.Fact;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** One moving of a pledge's end. */
@Entity
@Table(name = "pledge_rebaselining")
class PledgeRebaselining extends Fact {

  @Column String pledgeId;
  @Column int ordinal;
  @Column LocalDate beforeOn;
  @Column LocalDate afterOn;
  @Column @Nullable LocalDate decidedOn;
  @Column String reason;
  @Column String source;

  @Column
  @Enumerated(EnumType.STRING)
  HandlingLevel handling;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
  protected PledgeRebaselining() {}

  PledgeRebaselining(Pledge before, int ordinal, PledgeRebaseliningTerms terms) {
    identify(String.format(Locale.ROOT, "%s-b%04d", before.id(), ordinal));
    this.ordinal = ordinal;
    pledgeId = before.id();
    beforeOn = before.toOn;
    afterOn = terms.to();
    decidedOn = terms.decidedOn();
    reason = terms.reason();
    source = terms.source();
    handling = before.handling;
  }
}
