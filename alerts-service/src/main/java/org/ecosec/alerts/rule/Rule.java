package org.ecosec.alerts.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.alerts.signal.Facts;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.alerts.signal.SignalKind;

/** One version of a rule, compiled. */
public final class Rule {

  private record Step(Condition when, Severity severity) {}

  private record Text(Template title, Template text) {
    Words fill(Facts facts) {
      return new Words(title.fill(facts), text.fill(facts));
    }
  }

  private final RuleDraft draft;
  private final int version;
  private final Condition where;
  private final Condition raiseWhen;
  private final Condition resolveWhen;
  private final List<Step> severities = new ArrayList<>();
  private final Text english;
  private final Map<String, Text> translations = new TreeMap<>();

  /** Refuses what does not type-check. */
  public Rule(RuleDraft draft, int version) {
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
    this.english = text(kind, "", new Words(draft.title(), draft.text()));
    draft
        .translations()
        .forEach(
            (language, words) ->
                translations.put(language, text(kind, "translations/" + language + "/", words)));
  }

  private static Text text(SignalKind kind, String path, Words words) {
    var text = new Text(new Template(words.title()), new Template(words.text()));
    text.title().check(kind, path + "title");
    text.text().check(kind, path + "text");
    return text;
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

  /** Whether a condition has to hold for more than one period. */
  public boolean counts() {
    return raisesAfter() > 1 || resolvesAfter() > 1;
  }

  public int raisesAfter() {
    return draft.periodsToRaise();
  }

  public int resolvesAfter() {
    return draft.periodsToResolve();
  }

  public Duration cooldown() {
    return draft.quietAfterwards();
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

  /** From 0 to 100; see {@link Score}. */
  public int score(Signal signal) {
    return Score.of(signal.weight(), signal.atMostOnly());
  }

  /** The first step that fits, else the band of the score; upper bounds stay at WATCH. */
  public Severity severity(Signal signal) {
    var severity =
        severities.stream()
            .filter(step -> step.when().test(signal.facts()) == Answer.YES)
            .map(Step::severity)
            .findFirst()
            .orElseGet(() -> Score.severity(score(signal)));
    return signal.atMostOnly() ? severity.atMost(Severity.WATCH) : severity;
  }

  /** In English. */
  public Words words(Facts facts) {
    return english.fill(facts);
  }

  /** In the other languages that the rule has. */
  public Map<String, Words> translations(Facts facts) {
    var filled = new TreeMap<String, Words>();
    translations.forEach((language, text) -> filled.put(language, text.fill(facts)));
    return filled;
  }
}
