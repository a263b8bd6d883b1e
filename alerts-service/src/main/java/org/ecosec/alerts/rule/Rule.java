package org.ecosec.alerts.rule;

import java.util.ArrayList;
import java.util.List;
import org.ecosec.alerts.signal.Facts;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.alerts.signal.SignalKind;

/** One version of a rule, compiled. */
public final class Rule {

  private record Step(Condition when, Severity severity) {}

  private final RuleDraft draft;
  private final int version;
  private final Condition where;
  private final Condition raiseWhen;
  private final Condition resolveWhen;
  private final List<Step> severities = new ArrayList<>();
  private final Template title;
  private final Template text;

  /** Refuses what does not type-check. */
  Rule(RuleDraft draft, int version) {
    var kind = draft.kind();
    this.draft = draft;
    this.version = version;
    this.where = Conditions.compile(kind, "where", draft.where());
    this.raiseWhen = Conditions.compile(kind, "raiseWhen", draft.raiseWhen());
    this.resolveWhen = Conditions.compile(kind, "resolveWhen", draft.resolveWhen());
    draft
        .severities()
        .forEach(
            step ->
                severities.add(
                    new Step(
                        Conditions.compile(kind, "severities", step.when()), step.severity())));
    this.title = new Template(draft.title());
    this.text = new Template(draft.text());
    title.check(kind, "title");
    text.check(kind, "text");
  }

  public String id() {
    return draft.id();
  }

  public int version() {
    return version;
  }

  public SignalKind kind() {
    return draft.kind();
  }

  public RuleDraft draft() {
    return draft;
  }

  public boolean looksAt(Facts facts) {
    return where.test(facts) == Answer.YES;
  }

  public Answer raises(Facts facts) {
    return raiseWhen.test(facts);
  }

  public Answer resolves(Facts facts) {
    return resolveWhen.test(facts);
  }

  /** The first step that fits, INFO if none does; figures that are upper bounds stay at WATCH. */
  public Severity severity(Signal signal) {
    var severity =
        severities.stream()
            .filter(step -> step.when().test(signal.facts()) == Answer.YES)
            .map(Step::severity)
            .findFirst()
            .orElse(Severity.INFO);
    return signal.atMostOnly() ? severity.atMost(Severity.WATCH) : severity;
  }

  public String title(Facts facts) {
    return title.fill(facts);
  }

  public String text(Facts facts) {
    return text.fill(facts);
  }
}
