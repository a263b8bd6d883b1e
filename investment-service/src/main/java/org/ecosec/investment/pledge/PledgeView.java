package org.ecosec.investment.pledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** A pledge as it was known at a revision; {@code revision} is the one that wrote this version. */
public record PledgeView(
    String id,
    String title,
    BigDecimal amount,
    String currency,
    Scope scope,
    @Nullable LocalDate announcedOn,
    LocalDate from,
    LocalDate to,
    LocalDate countsFrom,
    List<Party> parties,
    List<String> focusAreas,
    List<String> supersedes,
    @JsonProperty("extends") List<String> extended,
    List<String> overlaps,
    HandlingLevel handling,
    @Nullable String notes,
    long revision) {

  /** The day whose rate stands for the pledge: announced, else its first. */
  public LocalDate pledgedOn() {
    return announcedOn == null ? from : announcedOn;
  }

  static PledgeView of(Pledge pledge) {
    return new PledgeView(
        pledge.id(),
        pledge.title,
        pledge.amount,
        pledge.currency,
        pledge.scope,
        pledge.announcedOn,
        pledge.fromOn,
        pledge.toOn,
        pledge.countsFrom,
        List.copyOf(pledge.parties),
        List.copyOf(pledge.focusAreas),
        List.copyOf(pledge.supersedes),
        List.copyOf(pledge.extended),
        List.copyOf(pledge.overlaps),
        pledge.handling,
        pledge.notes,
        pledge.fromRevision());
  }
}
