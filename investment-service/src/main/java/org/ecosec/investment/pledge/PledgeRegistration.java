package org.ecosec.investment.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Changes;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.form.Slug;
import org.ecosec.platform.http.Preconditions;
import org.jspecify.annotations.Nullable;

/** Registers a pledge, changes its terms, and adds published wordings of it. */
@ApplicationScoped
class PledgeRegistration {

  private final Pledges pledges;
  private final Statements statements;
  private final PledgeRebaselinings rebaselinings;
  private final Changes changes;
  private final Preconditions preconditions;
  private final Handlings handlings;

  PledgeRegistration(
      Pledges pledges,
      Statements statements,
      PledgeRebaselinings rebaselinings,
      Changes changes,
      Preconditions preconditions,
      Handlings handlings) {
    this.pledges = pledges;
    this.statements = statements;
    this.rebaselinings = rebaselinings;
    this.changes = changes;
    this.preconditions = preconditions;
    this.handlings = handlings;
  }

  PledgeView register(PledgeTerms terms, boolean backfill) {
    handlings.check(terms.handling());
    var pledge = new Pledge(Slug.of(terms.id(), terms.title()), terms);
    return changes.write(
        backfill,
        change -> {
          change.did("CREATED", "pledges/" + pledge.id());
          return add(pledge, terms.statements(), change);
        });
  }

  PledgeView change(String id, PledgeTerms terms, @Nullable String ifMatch, boolean backfill) {
    Fields.sameId(id, terms.id());
    handlings.check(terms.handling());
    return changes.write(
        backfill,
        change -> {
          var before = pledges.currentOrRefuse(id);
          preconditions.check(ifMatch, PledgeView.of(before));
          pledges.close(before, change.revision());
          var said = statements.currentOf(id);
          said.forEach(old -> statements.close(old, change.revision()));
          change.did("CHANGED", "pledges/" + id);
          return add(new Pledge(id, terms), terms.statements(), change);
        });
  }

  PledgeView rebaseline(
      String id, PledgeRebaseliningTerms terms, @Nullable String ifMatch, boolean backfill) {
    return changes.write(
        backfill,
        change -> {
          var before = pledges.currentOrRefuse(id);
          preconditions.check(ifMatch, PledgeView.of(before));
          new Fields("bad-rebaselining", "The new end is another day of the pledge; see errors.")
              .check("/to", !terms.to().equals(before.toOn), "is the end already")
              .check("/to", terms.to().isAfter(before.fromOn), "is not after from")
              .check("/to", terms.to().isAfter(before.countsFrom), "is not after countsFrom")
              .refuse();
          var moved = new PledgeRebaselining(before, rebaselinings.next(id), terms);
          rebaselinings.add(moved, change.revision());
          pledges.close(before, change.revision());
          var after = before.endingOn(terms.to());
          pledges.add(after, change.revision());
          change.did("REBASELINED", "pledges/" + id);
          change.touchPledge(id);
          return PledgeView.of(after);
        });
  }

  StatementView state(String pledgeId, Statement statement, boolean backfill) {
    return changes.write(
        backfill,
        change -> {
          var pledge = pledges.currentOrRefuse(pledgeId);
          var said = new PledgeStatement(pledge, statements.nextOrdinal(pledgeId), statement);
          statements.add(said, change.revision());
          change.did("STATED", "pledges/" + pledgeId);
          return StatementView.of(said);
        });
  }

  private void refuseUnknown(String id, String pointer, List<String> related) {
    if (related.contains(id)) {
      throw Pledges.circular(id);
    }
    var wrong = new Fields("unknown-pledge", "Register the pledges that are named first.");
    for (int i = 0; i < related.size(); i++) {
      wrong.check(
          pointer + "/" + i,
          pledges.current(related.get(i)).isPresent(),
          "names no pledge that you may see");
    }
    wrong.refuse();
  }

  private PledgeView add(Pledge pledge, List<Statement> said, Change change) {
    refuseUnknown(pledge.id(), "/supersedes", pledge.supersedes);
    refuseUnknown(pledge.id(), "/extends", pledge.extended);
    refuseUnknown(pledge.id(), "/overlaps", pledge.overlaps);
    pledges.add(pledge, change.revision());
    int ordinal = statements.nextOrdinal(pledge.id());
    for (Statement statement : said) {
      statements.add(new PledgeStatement(pledge, ordinal++, statement), change.revision());
    }
    change.touchPledge(pledge.id());
    return PledgeView.of(pledge);
  }
}
