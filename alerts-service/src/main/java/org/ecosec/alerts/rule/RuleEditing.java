package org.ecosec.alerts.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import org.ecosec.platform.audit.AuditLedger;

/** Adds a version of a rule, after the checks that a compiler cannot make. */
@ApplicationScoped
public class RuleEditing {

  private final Rules rules;
  private final Watched watched;
  private final AuditLedger audit;

  RuleEditing(Rules rules, Watched watched, AuditLedger audit) {
    this.rules = rules;
    this.watched = watched;
    this.audit = audit;
  }

  /** The rule compiled, or refused because it does not type-check or asks for too much. */
  public Rule checked(RuleDraft draft, int version) {
    var rule = new Rule(draft, version);
    watched.check(draft);
    return rule;
  }

  /** False if somebody else added that version. */
  @Transactional(TxType.MANDATORY)
  boolean add(RuleDraft draft, int version, Rules.Authors by) {
    var rule = checked(draft, version);
    if (!rules.add(rule, by)) {
      return false;
    }
    audit.record(
        version == 1 ? "CREATED" : "CHANGED", "rules/" + draft.id(), Map.of("version", version));
    return true;
  }
}
