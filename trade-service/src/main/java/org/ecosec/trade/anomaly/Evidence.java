package org.ecosec.trade.anomaly;

import java.util.ArrayList;
import java.util.List;

/** A second line of evidence for a movement: from other series, or from the register. */
public record Evidence(Kind kind, List<String> partners, List<String> measures) {

  /** Where it comes from. */
  public enum Kind {
    /** The partner's own report moved the same way in the same month. */
    MIRROR,
    /** At least two partners moved the same way. */
    PARTNERS,
    /** A public, uncontested measure on the product between the two. */
    MEASURE
  }

  private static final int PARTNERS_NEEDED = 2;

  static List<Evidence> of(
      String partner, List<String> mirrors, List<String> moved, List<String> measures) {
    var evidence = new ArrayList<Evidence>();
    if (!mirrors.isEmpty()) {
      evidence.add(new Evidence(Kind.MIRROR, mirrors, List.of()));
    }
    if (moved.size() >= PARTNERS_NEEDED) {
      evidence.add(
          new Evidence(
              Kind.PARTNERS,
              moved.stream().filter(other -> !other.equals(partner)).toList(),
              List.of()));
    }
    if (!measures.isEmpty()) {
      evidence.add(new Evidence(Kind.MEASURE, List.of(), measures));
    }
    return List.copyOf(evidence);
  }
}
