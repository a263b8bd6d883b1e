package org.ecosec.investment.target;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.ecosec.investment.change.Fact;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** One version of a target that is not money. */
@Entity
@Table(name = "target")
class Target extends Fact {

  @Column String title;
  @Column String unit;
  @Column BigDecimal target;
  @Column @Nullable BigDecimal actual;
  @Column LocalDate fromOn;
  @Column LocalDate toOn;
  @Column @Nullable String partOf;
  @Column String source;

  @Column
  @Enumerated(EnumType.STRING)
  HandlingLevel handling;

  @Column @Nullable String notes;

  protected Target() {}

  Target(String id, TargetTerms terms) {
    identify(id);
    title = terms.title();
    unit = terms.unit();
    target = terms.target();
    actual = terms.actual();
    fromOn = terms.from();
    toOn = terms.to();
    partOf = terms.partOf();
    source = terms.source();
    handling = terms.handling();
    notes = terms.notes();
  }
}
