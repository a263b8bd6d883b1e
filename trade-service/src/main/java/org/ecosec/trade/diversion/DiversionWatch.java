package org.ecosec.trade.diversion;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.register.Entry;
import org.ecosec.trade.register.Register;
import org.jspecify.annotations.Nullable;

/** A triangle that a steward wants to hear of, whether or not a measure in force watches it. */
@Schema(
    description =
        "since: the first month after what may have turned trade away, such as 2024-12. Without a hub"
            + " every economy in between is looked at. ended: it is watched no more.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DiversionWatch(
    String id,
    String origin,
    @Nullable String hub,
    String market,
    String classification,
    String product,
    String since,
    String reason,
    boolean ended)
    implements Entry {

  static final Register.Kind<DiversionWatch> KIND =
      new Register.Kind<>("diversion-watches", DiversionWatch.class);

  private static final int MAX_REASON = 2_000;

  public DiversionWatch {
    require(id.matches("[a-z0-9][a-z0-9-]{0,79}"), "/id", "takes lower-case letters, digits, -");
    require(!origin.equals(market), "/market", "is the origin");
    require(
        hub == null || (!hub.equals(origin) && !hub.equals(market)), "/hub", "is at an end of it");
    require(classification.matches("[A-Z0-9][A-Z0-9-]{0,19}"), "/classification", "is none");
    require(product.matches("[A-Za-z0-9.-]{1,20}"), "/product", "is not a code");
    require(isMonth(since), "/since", "is not a month such as 2024-12");
    require(
        !reason.isBlank() && reason.length() <= MAX_REASON, "/reason", "must say why, in short");
  }

  @Override
  @JsonIgnore
  public String entryId() {
    return id;
  }

  private static boolean isMonth(String text) {
    try {
      return YearMonth.parse(text).getYear() > 1900;
    } catch (DateTimeException wrong) {
      return false;
    }
  }

  private static void require(boolean holds, String pointer, String message) {
    if (!holds) {
      throw Problem.unprocessable("bad-watch", "The triangle cannot be watched like this.")
          .at(pointer, message);
    }
  }
}
