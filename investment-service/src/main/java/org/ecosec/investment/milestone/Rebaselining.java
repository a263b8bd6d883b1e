package org.ecosec.investment.milestone;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Locale;
import org.ecosec.investment.change.Fact;
import org.ecosec.investment.milestone.math.Precision;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** One moving of a milestone's baseline. */
@Entity
@Table(name = "milestone_rebaselining")
class Rebaselining extends Fact {

  @Column String milestoneId;
  @Column int ordinal;
  @Column @Nullable LocalDate beforeOn;

  @Column
  @Enumerated(EnumType.STRING)
  @Nullable Precision beforePrecision;

  @Column LocalDate afterOn;

  @Column
  @Enumerated(EnumType.STRING)
  Precision afterPrecision;

  @Column @Nullable LocalDate decidedOn;
  @Column String reason;
  @Column String source;

  @Column
  @Enumerated(EnumType.STRING)
  HandlingLevel handling;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
  protected Rebaselining() {}

  Rebaselining(Milestone before, RebaseliningTerms terms) {
    ordinal = before.rebaselinings + 1;
    identify(String.format(Locale.ROOT, "%s-b%04d", before.id(), ordinal));
    milestoneId = before.id();
    beforeOn = before.baselineOn;
    beforePrecision = before.baselinePrecision;
    afterOn = terms.baselineOn();
    afterPrecision = terms.precision() == null ? Precision.DAY : terms.precision();
    decidedOn = terms.decidedOn();
    reason = terms.reason();
    source = terms.source();
    handling = before.handling;
  }
}
