package org.ecosec.alerts.silence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.ecosec.alerts.ledger.People;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.problem.Problem;

/** Begins silences and ends them before their time. */
@ApplicationScoped
class SilenceRegister {

  private static final Duration LONGEST = Duration.ofDays(90);

  private final Silences silences;
  private final People people;
  private final AuditLedger audit;
  private final Clock clock;

  SilenceRegister(Silences silences, People people, AuditLedger audit, Clock clock) {
    this.silences = silences;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(TxType.MANDATORY)
  SilenceView begin(SilenceDraft draft, String author) {
    var now = clock.instant();
    var start = draft.startsAt() == null ? now : kept(draft.startsAt());
    var end = kept(draft.endsAt());
    SilenceDraft.given(
        "startsAt", !start.isBefore(now.minus(Duration.ofMinutes(5))), "lies in the past");
    SilenceDraft.given("endsAt", end.isAfter(start) && end.isAfter(now), "is not after the start");
    SilenceDraft.given(
        "endsAt",
        !end.isAfter(start.plus(LONGEST)),
        "is more than " + LONGEST.toDays() + " days after the start: renew it instead");
    var silence =
        new Silence(
            silences.newId(),
            people.idOf(author),
            draft.reason(),
            draft.scope(),
            start,
            end,
            null,
            now);
    silences.insert(silence);
    audit.record("CREATED", "silences/" + silence.id(), Map.of("endsAt", end.toString()));
    return SilenceView.of(silence, people.names(List.of(silence.author())));
  }

  // PostgreSQL keeps microseconds: the answer must be what is read later.
  private static Instant kept(OffsetDateTime time) {
    return time.toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  @Transactional(TxType.MANDATORY)
  void end(Silence silence, String by) {
    Instant now = clock.instant();
    if (!silence.endsAt().isAfter(now)) {
      throw Problem.conflict("silence-over", "The silence ended at " + silence.endsAt() + ".");
    }
    silences.end(silence.id(), people.idOf(by), now);
    audit.record("ENDED", "silences/" + silence.id(), Map.of("endedAt", now.toString()));
  }
}
