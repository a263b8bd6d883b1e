package org.ecosec.investment.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.investment.change.Changes;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.form.Slug;
import org.ecosec.platform.http.Preconditions;
import org.jspecify.annotations.Nullable;

/** Registers what is published of a class of works, and corrects it. */
@ApplicationScoped
class ReferenceClassRegistration {

  private final ReferenceClasses classes;
  private final Changes changes;
  private final Preconditions preconditions;
  private final Handlings handlings;

  ReferenceClassRegistration(
      ReferenceClasses classes, Changes changes, Preconditions preconditions, Handlings handlings) {
    this.classes = classes;
    this.changes = changes;
    this.preconditions = preconditions;
    this.handlings = handlings;
  }

  ReferenceClassView register(ReferenceClassTerms terms) {
    handlings.check(terms.handling());
    var added = new ReferenceClass(Slug.of(terms.id(), terms.title()), terms);
    return changes.write(
        true,
        change -> {
          classes.add(added, change.revision());
          change.did("CREATED", "reference-classes/" + added.id());
          return ReferenceClassView.of(added);
        });
  }

  ReferenceClassView change(String id, ReferenceClassTerms terms, @Nullable String ifMatch) {
    Fields.sameId(id, terms.id());
    handlings.check(terms.handling());
    return changes.write(
        true,
        change -> {
          var before = classes.current(id).orElseThrow(() -> ReferenceClasses.unknown(id));
          preconditions.check(ifMatch, ReferenceClassView.of(before));
          classes.close(before, change.revision());
          var after = new ReferenceClass(id, terms);
          classes.add(after, change.revision());
          change.did("CHANGED", "reference-classes/" + id);
          return ReferenceClassView.of(after);
        });
  }
}
