package org.ecosec.trade.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One target of a code in another edition of HS. */
@Schema(
    description =
        "A code that was split has a row for each of its targets; their weights add up to 1."
            + " weightSource: EXACT = one target; TRADE = by what the world imported of each target,"
            + " as loaded here; EQUAL_SPLIT = in equal parts, because no trade is loaded to weigh with."
            + " Method: docs/methods/hs-concordance.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConcordanceView(
    String product,
    String from,
    String target,
    String to,
    BigDecimal weight,
    WeightSource weightSource,
    Relationship relationship,
    int targets) {

  /** Where a weight comes from. */
  public enum WeightSource {
    EXACT,
    TRADE,
    EQUAL_SPLIT
  }

  /** From the code to its targets, and from the target back to its codes. */
  public enum Relationship {
    ONE_TO_ONE,
    ONE_TO_MANY,
    MANY_TO_ONE,
    MANY_TO_MANY
  }
}
