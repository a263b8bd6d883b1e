package org.ecosec.investment.pledge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a pledge stands to another one, whichever of the two says so; and how many days both terms
 * cover.
 */
public record Relation(
    String pledgeId, String title, Kind relation, Scope scope, boolean sameScope, long sharedDays) {

  /** What the one is to the other. */
  public enum Kind {
    SUPERSEDES,
    SUPERSEDED_BY,
    EXTENDS,
    EXTENDED_BY,
    OVERLAPS
  }

  public static @Nullable Relation of(PledgeView one, PledgeView other) {
    var kind = kind(one, other);
    return kind == null
        ? null
        : new Relation(
            other.id(),
            other.title(),
            kind,
            other.scope(),
            one.scope() == other.scope(),
            sharedDays(one, other));
  }

  /** Days that both terms hold. */
  public static long sharedDays(PledgeView one, PledgeView other) {
    LocalDate from = one.from().isAfter(other.from()) ? one.from() : other.from();
    LocalDate to = one.to().isBefore(other.to()) ? one.to() : other.to();
    return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
  }

  private static @Nullable Kind kind(PledgeView one, PledgeView other) {
    if (one.supersedes().contains(other.id())) {
      return Kind.SUPERSEDES;
    }
    if (other.supersedes().contains(one.id())) {
      return Kind.SUPERSEDED_BY;
    }
    if (one.extended().contains(other.id())) {
      return Kind.EXTENDS;
    }
    if (other.extended().contains(one.id())) {
      return Kind.EXTENDED_BY;
    }
    boolean overlaps = one.overlaps().contains(other.id()) || other.overlaps().contains(one.id());
    return overlaps ? Kind.OVERLAPS : null;
  }
}
