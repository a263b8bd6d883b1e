package org.ecosec.investment.pledge;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.investment.change.Fact;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** One version of a pledge. */
@Entity
@Table(name = "pledge")
class Pledge extends Fact {

  @Column String title;
  @Column BigDecimal amount;
  @Column String currency;

  @Column
  @Enumerated(EnumType.STRING)
  Scope scope;

  @Column @Nullable LocalDate announcedOn;
  @Column LocalDate fromOn;
  @Column LocalDate toOn;
  @Column LocalDate countsFrom;
  @Column List<String> focusAreas = new ArrayList<>();
  @Column List<String> supersedes = new ArrayList<>();
  @Column List<String> extended = new ArrayList<>();

  @Column(name = "overlapping")
  List<String> overlaps = new ArrayList<>();

  @Column
  @Enumerated(EnumType.STRING)
  HandlingLevel handling;

  @Column @Nullable String notes;

  @ElementCollection
  @CollectionTable(name = "pledge_party", joinColumns = @JoinColumn(name = "pledge_row"))
  @OrderColumn(name = "position")
  List<Party> parties = new ArrayList<>();

  protected Pledge() {}

  Pledge(String id, PledgeTerms terms) {
    identify(id);
    title = terms.title();
    amount = terms.amount();
    currency = terms.currency();
    scope = terms.scope();
    announcedOn = terms.announcedOn();
    fromOn = terms.from();
    toOn = terms.to();
    countsFrom = terms.countsFrom();
    focusAreas.addAll(terms.focusAreas());
    supersedes.addAll(terms.supersedes());
    extended.addAll(terms.extended());
    overlaps.addAll(terms.overlaps());
    handling = terms.handling();
    notes = terms.notes();
    parties.addAll(terms.parties());
  }

  /** The version after its end was moved. */
  Pledge endingOn(LocalDate to) {
    var moved = new Pledge();
    moved.identify(id());
    moved.title = title;
    moved.amount = amount;
    moved.currency = currency;
    moved.scope = scope;
    moved.announcedOn = announcedOn;
    moved.fromOn = fromOn;
    moved.toOn = to;
    moved.countsFrom = countsFrom;
    moved.focusAreas.addAll(focusAreas);
    moved.supersedes.addAll(supersedes);
    moved.extended.addAll(extended);
    moved.overlaps.addAll(overlaps);
    moved.handling = handling;
    moved.notes = notes;
    moved.parties.addAll(parties);
    return moved;
  }
}
