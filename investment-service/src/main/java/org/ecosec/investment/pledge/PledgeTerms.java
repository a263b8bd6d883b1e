package org.ecosec.investment.pledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Lists;
import org.ecosec.investment.rate.Money;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * A pledge as it was made: the amount in the currency it was pledged in, whose money it speaks of,
 * the day it was announced if that is not its first, its term, and from which value date flows
 * count.
 */
public record PledgeTerms(
    @Schema(examples = "jpy-10-trillion-2025") @Nullable String id,
    @Schema(examples = "Japanese private investment in India, ten years from 2025") String title,
    @Schema(examples = "10000000000000") BigDecimal amount,
    @Schema(examples = "JPY") String currency,
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
    List<Statement> statements) {

  public PledgeTerms {
    parties = Lists.copy(parties);
    focusAreas = Lists.copy(focusAreas);
    supersedes = Lists.copy(supersedes);
    extended = Lists.copy(extended);
    overlaps = Lists.copy(overlaps);
    statements = Lists.copy(statements);
    var wrong =
        new Fields("bad-pledge", "The pledge is not complete or not consistent; see errors.");
    wrong
        .text("/title", title, 300)
        .need("/scope", scope)
        .need("/from", from)
        .need("/to", to)
        .day("/from", from)
        .day("/to", to)
        .day("/announcedOn", announcedOn)
        .day("/countsFrom", countsFrom)
        .need("/countsFrom", countsFrom)
        .need("/handling", handling)
        .texts("/focusAreas", focusAreas, 100)
        .slugs("/supersedes", supersedes)
        .slugs("/extends", extended)
        .slugs("/overlaps", overlaps)
        .optionalText("/notes", notes, 10_000);
    wrong.check(
        "/supersedes",
        Collections.disjoint(supersedes, overlaps) && Collections.disjoint(supersedes, extended),
        "names a pledge that is extended or overlapped too: what is replaced does neither");
    if (id != null) {
      wrong.slug("/id", id);
    }
    Party.check(wrong, parties);
    Statement.check(wrong, statements);
    wrong.refuse();
    wrong
        .check("/to", to.isAfter(from), "is not after from")
        .check("/countsFrom", countsFrom.isBefore(to), "is not before to")
        .refuse();
    amount = new Money(amount, currency).amount();
    wrong.check("/amount", amount.signum() > 0, "is not above zero").refuse();
  }
}
