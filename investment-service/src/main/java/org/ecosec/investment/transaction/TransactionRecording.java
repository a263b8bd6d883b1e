package org.ecosec.investment.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Changes;
import org.ecosec.investment.change.Fact;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.project.Projects;
import org.ecosec.platform.problem.Problem;

/** Records an entry of money for a project, and takes one back by its negative. */
@ApplicationScoped
class TransactionRecording {

  private final Transactions transactions;
  private final Projects projects;
  private final Changes changes;
  private final Handlings handlings;
  private final Clock clock;

  TransactionRecording(
      Transactions transactions,
      Projects projects,
      Changes changes,
      Handlings handlings,
      Clock clock) {
    this.transactions = transactions;
    this.projects = projects;
    this.changes = changes;
    this.handlings = handlings;
    this.clock = clock;
  }

  TransactionView record(TransactionTerms terms, boolean backfill) {
    handlings.check(terms.handling());
    if (terms.valueDate().isAfter(LocalDate.now(clock))) {
      throw Problem.unprocessable(
              "value-date-in-future", "Money counts on the day it moves: give a day up to today.")
          .at("/valueDate", "lies in the future");
    }
    return changes.write(
        backfill,
        change -> {
          var project = projects.currentView(terms.projectId());
          var id = terms.id() == null ? "t-" + UUID.randomUUID() : terms.id();
          var handling = Handlings.stricter(terms.handling(), project.handling());
          var entry = new MoneyTransaction(id, terms, handling, clock.instant());
          if (entry.eventKey != null) {
            entry.sameAs =
                transactions.counted(entry.eventKey, entry.type).map(Fact::id).orElse(null);
          }
          refuseForeignCommitment(entry);
          return add(entry, "CREATED", change);
        });
  }

  TransactionView reverse(String id, Reversal why, boolean backfill) {
    return changes.write(
        backfill,
        change -> {
          var entry = transactions.currentOrRefuse(id);
          if (entry.reverses != null) {
            throw Problem.unprocessable(
                "is-a-reversal", "A reversal is not reversed: record the transaction anew.");
          }
          return add(entry.reversal(why, clock.instant()), "REVERSED", change);
        });
  }

  private void refuseForeignCommitment(MoneyTransaction entry) {
    if (entry.commitmentId == null) {
      return;
    }
    var commitment = transactions.current(entry.commitmentId);
    new Fields("wrong-commitment", "The commitment that is drawn or lowered; see errors.")
        .check(
            "/commitmentId",
            commitment.map(signed -> signed.isCommitmentOf(entry)).orElse(false),
            "names no commitment of the project in the same currency")
        .check(
            "/type",
            switch (entry.type) {
              case COMMITMENT, DISBURSEMENT, EXPENDITURE, EQUITY -> true;
              case INCOMING_FUNDS, GUARANTEE, INCOMING_COMMITMENT, PLEDGE, INCOMING_PLEDGE -> false;
            },
            "draws on no commitment")
        .refuse();
  }

  private TransactionView add(MoneyTransaction entry, String act, Change change) {
    transactions.add(entry, change.revision());
    change.did(act, "transactions/" + (entry.reverses == null ? entry.id() : entry.reverses));
    change.touchProject(entry.projectId);
    return TransactionView.of(entry);
  }
}
