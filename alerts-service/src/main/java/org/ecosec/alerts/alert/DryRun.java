package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.alerts.rule.Rule;
import org.ecosec.alerts.rule.RuleConfig;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.alerts.signal.SignalLog;
import org.ecosec.platform.ledger.CanonicalJson;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Tries a rule on the signals that are kept, each as the news that it was or would have been, by
 * the same decision as in earnest. Bounded, and without any effect.
 */
@ApplicationScoped
class DryRun {

  private static final int MOST_SIGNALS = 20_000;
  private static final int MOST_SHOWN = 100;
  private static final Duration KEPT = Duration.ofDays(800);

  private final SignalLog log;
  private final CanonicalJson canonical;
  private final RuleConfig config;

  DryRun(SignalLog log, CanonicalJson canonical, RuleConfig config) {
    this.log = log;
    this.canonical = canonical;
    this.config = config;
  }

  DryRunView of(Rule rule, @Nullable Instant from, @Nullable Instant to, Instant now) {
    var entries =
        log.newest(
            rule.kind(),
            from == null ? now.minus(KEPT) : from,
            to == null ? now : to,
            MOST_SIGNALS + 1);
    var run = new Run(rule);
    var ordered =
        entries.stream()
            .limit(MOST_SIGNALS)
            .sorted(
                Comparator.comparing((SignalLog.Entry entry) -> period(entry.signal()))
                    .thenComparingLong(SignalLog.Entry::position))
            .toList();
    long started = System.nanoTime();
    for (SignalLog.Entry entry : ordered) {
      run.take(entry.signal().asNews(), entry.at());
      if (System.nanoTime() - started > config.dryRunWithin().toNanos()) {
        throw Problem.unprocessable(
                "dry-run-too-long",
                "The rule took longer than %d s on %d signals; narrow from and to."
                    .formatted(config.dryRunWithin().toSeconds(), ordered.size()))
            .at("/from", "reaches too far back");
      }
    }
    return run.view(Math.min(entries.size(), MOST_SIGNALS), entries.size() > MOST_SIGNALS);
  }

  // What came out of order is put in the order of its periods, as if it had come in time.
  private static String period(Signal signal) {
    var period = signal.novelty().period();
    return period == null ? "" : period;
  }

  /** The alerts of one run, in memory. */
  private final class Run {
    private final Rule rule;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Integer> decisions = new TreeMap<>();
    private final Map<String, Integer> openAt = new HashMap<>();
    private final List<DryRunView.WouldRaise> raised = new ArrayList<>();

    Run(Rule rule) {
      this.rule = rule;
    }

    void take(Signal signal, Instant at) {
      var fingerprint = rule.id() + "|" + signal.subject().identity();
      var before = known.getOrDefault(fingerprint, Known.NOTHING);
      var judgement = Judgement.of(rule, signal, before, at, canonical);
      var decision = judgement.decision();
      decisions.merge(
          decision.getClass().getSimpleName() + " " + decision.reason(), 1, Integer::sum);
      known.put(fingerprint, after(judgement, before, fingerprint, signal, at));
    }

    private Known after(
        Judgement judgement, Known before, String fingerprint, Signal signal, Instant at) {
      var period = signal.novelty().period();
      return switch (judgement.decision()) {
        case Decision.Ignore ignored ->
            new Known(before.open(), before.closed(), judgement.streak());
        case Decision.Raise raise -> {
          openAt.put(fingerprint, raised.size());
          raised.add(wouldRaise(judgement, fingerprint, signal));
          yield new Known(open(judgement, signal, period), before.closed(), judgement.streak());
        }
        case Decision.Update update -> {
          var open = before.open();
          var first = open == null ? period : open.raisedPeriod();
          yield new Known(open(judgement, signal, first), before.closed(), judgement.streak());
        }
        case Decision.Resolve resolve -> {
          end(fingerprint, AlertState.RESOLVED, period);
          yield new Known(null, new Known.Closed(at, judgement.peak()), judgement.streak());
        }
        case Decision.Cancel cancel -> {
          end(fingerprint, AlertState.CANCELLED, period);
          yield new Known(null, before.closed(), judgement.streak());
        }
      };
    }

    private Known.Open open(Judgement judgement, Signal signal, @Nullable String raisedPeriod) {
      var assessment = judgement.assessment();
      return new Known.Open(
          AlertState.RAISED,
          raisedPeriod,
          signal.novelty().period(),
          signal.novelty().freq(),
          assessment.figures(),
          assessment.severity(),
          judgement.peak());
    }

    private DryRunView.WouldRaise wouldRaise(
        Judgement judgement, String fingerprint, Signal signal) {
      var words = rule.words(signal.facts());
      var assessment = judgement.assessment();
      return new DryRunView.WouldRaise(
          fingerprint,
          signal.novelty().period(),
          assessment.severity(),
          assessment.score(),
          words.title(),
          words.text(),
          AlertState.RAISED,
          null);
    }

    private void end(String fingerprint, AlertState state, @Nullable String period) {
      var place = openAt.remove(fingerprint);
      if (place != null) {
        var alert = raised.get(place);
        raised.set(
            place,
            new DryRunView.WouldRaise(
                alert.fingerprint(),
                alert.period(),
                alert.severity(),
                alert.score(),
                alert.title(),
                alert.text(),
                state,
                period));
      }
    }

    DryRunView view(int signals, boolean truncated) {
      return new DryRunView(
          "It would have raised %d alerts, of which %d would be open."
              .formatted(raised.size(), openAt.size()),
          signals,
          truncated,
          raised.size(),
          openAt.size(),
          decisions,
          raised.stream().limit(MOST_SHOWN).toList());
    }
  }
}
