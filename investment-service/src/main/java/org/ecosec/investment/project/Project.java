package org.ecosec.investment.project;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.investment.change.Fact;
import org.ecosec.investment.pledge.Party;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** One version of a project. */
@Entity
@Table(name = "project")
class Project extends Fact {

  @Column String title;
  @Column @Nullable String parentId;
  @Column @Nullable String sameAs;

  @Column
  @Enumerated(EnumType.STRING)
  @Nullable ProjectStatus status;

  @Column @Nullable String sector;
  @Column List<String> places = new ArrayList<>();
  @Column String source;

  @Column
  @Enumerated(EnumType.STRING)
  HandlingLevel handling;

  @Column @Nullable String notes;

  @ElementCollection
  @CollectionTable(name = "project_party", joinColumns = @JoinColumn(name = "project_row"))
  @OrderColumn(name = "position")
  List<Party> parties = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "project_product", joinColumns = @JoinColumn(name = "project_row"))
  @OrderColumn(name = "position")
  List<ProductLink> products = new ArrayList<>();

  protected Project() {}

  Project(String id, ProjectTerms terms) {
    identify(id);
    title = terms.title();
    parentId = terms.parentId();
    sameAs = terms.sameAs();
    status = terms.status();
    sector = terms.sector();
    places.addAll(terms.places());
    source = terms.source();
    handling = terms.handling();
    notes = terms.notes();
    parties.addAll(terms.parties());
    products.addAll(terms.products());
  }
}
