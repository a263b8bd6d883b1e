package org.ecosec.alerts.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.ecosec.alerts.ledger.People;
import org.ecosec.alerts.rule.RuleProposal.Outcome;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** One steward proposes a change of a rule, another one publishes it. */
@ApplicationScoped
class SecondSteward {

  private final RuleProposals proposals;
  private final RuleEditing editing;
  private final Rules rules;
  private final People people;
  private final RuleConfig config;
  private final AuditLedger audit;
  private final Clock clock;

  SecondSteward(
      RuleProposals proposals,
      RuleEditing editing,
      Rules rules,
      People people,
      RuleConfig config,
      AuditLedger audit,
      Clock clock) {
    this.proposals = proposals;
    this.editing = editing;
    this.rules = rules;
    this.people = people;
    this.config = config;
    this.audit = audit;
    this.clock = clock;
  }

  /** The rule as it stands asks too, or one steward alone could switch it off. */
  boolean isNeeded(RuleDraft draft, @Nullable Rule current) {
    return config.secondSteward()
        || draft.asksForSecondSteward()
        || (current != null && current.draft().asksForSecondSteward());
  }

  @Transactional(TxType.MANDATORY)
  RuleProposal propose(RuleDraft draft, int baseVersion, String by) {
    editing.checked(draft, baseVersion + 1);
    var proposal =
        new RuleProposal(
            proposals.newId(),
            draft,
            baseVersion,
            people.idOf(by),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            null,
            null);
    if (!proposals.add(proposal)) {
      throw Problem.conflict(
          "proposal-waits", "A change of the rule waits already: publish or withdraw it first.");
    }
    record("PROPOSED", proposal);
    return proposal;
  }

  @Transactional(TxType.MANDATORY)
  Rule publish(RuleProposal proposal, String by) {
    var approver = people.idOf(by);
    if (approver.equals(proposal.proposedBy())) {
      throw new Problem(
          403, "needs-another-steward", "You proposed this change; another steward publishes it.");
    }
    decide(proposal, Outcome.PUBLISHED, approver);
    int current = rules.find(proposal.draft().id()).map(Rule::version).orElse(0);
    if (current != proposal.baseVersion()
        || !editing.add(
            proposal.draft(), current + 1, new Rules.Authors(proposal.proposedBy(), approver))) {
      throw Problem.conflict(
          "rule-changed", "The rule changed since: withdraw the proposal and make it anew.");
    }
    record("PUBLISHED", proposal);
    return rules.find(proposal.draft().id()).orElseThrow();
  }

  @Transactional(TxType.MANDATORY)
  void withdraw(RuleProposal proposal, String by) {
    decide(proposal, Outcome.WITHDRAWN, people.idOf(by));
    record("WITHDRAWN", proposal);
  }

  private void decide(RuleProposal proposal, Outcome outcome, UUID by) {
    if (!proposals.decide(proposal.id(), outcome, by, clock.instant())) {
      throw Problem.conflict("proposal-decided", "The proposal does not wait any more.");
    }
  }

  private void record(String act, RuleProposal proposal) {
    audit.record(
        act,
        "rules/" + proposal.draft().id(),
        Map.of("proposal", proposal.id().toString(), "baseVersion", proposal.baseVersion()));
  }
}
