package org.ecosec.alerts.signal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule may act on. {@code figures} are those whose change is worth telling; {@code
 * undecided} names why the figures allow no verdict, null if they do; {@code atMostOnly} is true
 * where every figure is an upper bound, which caps the severity; {@code weight} grades it.
 */
public record Signal(
    SignalKind kind,
    Subject subject,
    Facts facts,
    Map<String, Object> figures,
    Novelty novelty,
    List<String> products,
    List<String> sectors,
    @Nullable String undecided,
    boolean atMostOnly,
    Weight weight,
    HandlingLevel handling,
    Economies economies,
    Origin origin) {

  public Signal {
    facts = facts.typed(kind);
    figures = Map.copyOf(figures);
    products = List.copyOf(products);
    sectors = List.copyOf(sectors);
    // Signals that were kept before they named their economies name none.
    economies = economies == null ? Economies.NONE : economies;
  }

  Signal withoutPayload() {
    var bare =
        new Origin(
            origin.event(),
            origin.publishedBy(),
            origin.revision(),
            JsonNodeFactory.instance.objectNode(),
            origin.read());
    return new Signal(
        kind,
        subject,
        facts,
        figures,
        novelty,
        products,
        sectors,
        undecided,
        atMostOnly,
        weight,
        handling,
        economies,
        bare);
  }

  /** The same as news, so that a rule can be tried on what was history when it came. */
  public Signal asNews() {
    return new Signal(
        kind,
        subject,
        facts,
        figures,
        new Novelty(false, false, true, novelty.freq(), novelty.period()),
        products,
        sectors,
        undecided,
        atMostOnly,
        weight,
        handling,
        economies,
        origin);
  }

  /** The same with more economies that it concerns. */
  Signal concerning(Economies more) {
    return new Signal(
        kind,
        subject,
        facts,
        figures,
        novelty,
        products,
        sectors,
        undecided,
        atMostOnly,
        weight,
        handling,
        more,
        origin);
  }
}
