package org.ecosec.alerts.silence;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A silence as somebody asks for it; it begins now if no start is given. */
public record SilenceDraft(
    @Schema(examples = "The shift of the tariff line is known and reported.") String reason,
    SilenceScope scope,
    @Nullable OffsetDateTime startsAt,
    @Schema(description = "At most 90 days after the start") OffsetDateTime endsAt) {

  private static final int MAX_REASON = 1_000;

  public SilenceDraft {
    given("reason", reason != null && !reason.isBlank(), "is missing: say why");
    given(
        "reason",
        reason.length() <= MAX_REASON && reason.indexOf('\0') < 0,
        "takes up to " + MAX_REASON + " characters, and no NUL");
    given("scope", scope != null, "is missing");
    given("endsAt", endsAt != null, "is missing: no silence is for ever");
  }

  static void given(String field, boolean right, String wrong) {
    if (!right) {
      throw Problem.unprocessable("bad-silence", "Correct the fields that are pointed at.")
          .at("/" + field, wrong);
    }
  }
}
