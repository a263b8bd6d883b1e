package org.ecosec.investment.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.ecosec.investment.change.Fact;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** The part of a project that counts toward a pledge; seen by who may see both. */
@Entity
@Table(name = "allocation")
class Allocation extends Fact {

  @Column String projectId;
  @Column String pledgeId;
  @Column BigDecimal share;

  @Column
  @Enumerated(EnumType.STRING)
  FinancierScope financierScope;

  @Column LocalDate valueDate;
  @Column String source;

  @Column
  @Enumerated(EnumType.STRING)
  HandlingLevel handling;

  @Column @Nullable LocalDate pledgingSideOn;
  @Column @Nullable String pledgingSideSource;
  @Column @Nullable LocalDate hostingSideOn;
  @Column @Nullable String hostingSideSource;

  protected Allocation() {}

  Allocation(String id, AllocationTerms terms, ProjectView project, PledgeView pledge) {
    identify(id);
    projectId = project.id();
    pledgeId = pledge.id();
    share = terms.share();
    financierScope = terms.financierScope();
    valueDate = terms.valueDate() == null ? pledge.countsFrom() : terms.valueDate();
    source = terms.source();
    handling = Handlings.stricter(project.handling(), pledge.handling());
  }

  /** The version after a side has confirmed it. */
  Allocation confirmed(Confirmation by) {
    var confirmed = new Allocation();
    confirmed.identify(id());
    confirmed.projectId = projectId;
    confirmed.pledgeId = pledgeId;
    confirmed.share = share;
    confirmed.financierScope = financierScope;
    confirmed.valueDate = valueDate;
    confirmed.source = source;
    confirmed.handling = handling;
    boolean pledging = by.side() == Confirmation.Side.PLEDGING;
    confirmed.pledgingSideOn = pledging ? by.on() : pledgingSideOn;
    confirmed.pledgingSideSource = pledging ? by.source() : pledgingSideSource;
    confirmed.hostingSideOn = pledging ? hostingSideOn : by.on();
    confirmed.hostingSideSource = pledging ? hostingSideSource : by.source();
    return confirmed;
  }

  boolean isConfirmedBy(Confirmation.Side side) {
    return switch (side) {
      case PLEDGING -> pledgingSideOn != null;
      case HOSTING -> hostingSideOn != null;
    };
  }
}
