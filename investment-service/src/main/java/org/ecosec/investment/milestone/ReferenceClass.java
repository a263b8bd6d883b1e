package org.ecosec.investment.milestone;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.ecosec.investment.change.Fact;
import org.ecosec.platform.security.HandlingLevel;

/** One version of what is published about the durations of comparable works. */
@Entity
@Table(name = "reference_class")
class ReferenceClass extends Fact {

  @Column String title;
  @Column BigDecimal p50DurationRatio;
  @Column BigDecimal p80DurationRatio;
  @Column int sampleSize;
  @Column String source;

  @Column
  @Enumerated(EnumType.STRING)
  HandlingLevel handling;

  protected ReferenceClass() {}

  ReferenceClass(String id, ReferenceClassTerms terms) {
    identify(id);
    title = terms.title();
    p50DurationRatio = terms.p50DurationRatio();
    p80DurationRatio = terms.p80DurationRatio();
    sampleSize = terms.sampleSize();
    source = terms.source();
    handling = terms.handling();
  }
}
