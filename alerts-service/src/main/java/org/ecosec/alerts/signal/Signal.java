package org.ecosec.alerts.signal;

import java.util.List;
import java.util.Map;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule may act on. {@code figures} are those whose change is worth telling; {@code
 * undecided} names why the figures allow no verdict, null if they do; {@code atMostOnly} is true
 * where every figure is an upper bound, which caps the severity.
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
    HandlingLevel handling,
    Origin origin) {

  public Signal {
    figures = Map.copyOf(figures);
    products = List.copyOf(products);
    sectors = List.copyOf(sectors);
  }
}
