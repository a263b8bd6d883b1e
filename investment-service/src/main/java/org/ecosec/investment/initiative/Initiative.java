package org.ecosec.investment.initiative;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.investment.change.Fact;
import org.ecosec.investment.pledge.Statement;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** One version of an initiative. */
@Entity
@Table(name = "initiative")
class Initiative extends Fact {

  @Column String title;
  @Column @Nullable String sector;

  @Column
  @Enumerated(EnumType.STRING)
  InitiativeStatus status;

  @Column @Nullable Integer itemCount;
  @Column @Nullable String owner;
  @Column @Nullable String nextStep;
  @Column @Nullable LocalDate deadline;
  @Column @Nullable String evidence;

  @Column
  @Enumerated(EnumType.STRING)
  HandlingLevel handling;

  @Column @Nullable String notes;

  @ElementCollection
  @CollectionTable(
      name = "initiative_statement",
      joinColumns = @JoinColumn(name = "initiative_row"))
  @OrderColumn(name = "position")
  List<Statement> statements = new ArrayList<>();

  protected Initiative() {}

  Initiative(String id, InitiativeTerms terms) {
    identify(id);
    title = terms.title();
    sector = terms.sector();
    status = terms.status();
    itemCount = terms.itemCount();
    owner = terms.owner();
    nextStep = terms.nextStep();
    deadline = terms.deadline();
    evidence = terms.evidence();
    handling = terms.handling();
    notes = terms.notes();
    statements.addAll(terms.statements());
  }
}
