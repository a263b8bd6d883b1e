package org.ecosec.investment.iati;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.ecosec.investment.pledge.Party;
import org.ecosec.investment.project.ProjectStatus;
import org.jspecify.annotations.Nullable;

/**
 * A project as it stood at a revision, with what its IATI publisher says besides; null if nobody
 * but this service reports it.
 */
record PublishedProject(
    String id,
    String title,
    @Nullable String notes,
    @Nullable ProjectStatus status,
    @Nullable String sector,
    List<String> places,
    List<Party> parties,
    List<Date> dates,
    @Nullable String parentId,
    @Nullable String sameAs,
    @Nullable String identifier,
    @Nullable JsonNode details) {

  PublishedProject {
    places = List.copyOf(places);
    parties = List.copyOf(parties);
    dates = List.copyOf(dates);
  }

  /** Type 1 planned start, 2 actual start, 3 planned end, 4 actual end; known to the day. */
  record Date(String type, LocalDate on) {}

  /** What its publisher calls it, or else we do; null if it can be published under no name. */
  @Nullable String published(ReportingOrg own) {
    return identifier == null ? own.ref().map(ref -> ref + '-' + id).orElse(null) : identifier;
  }

  /** Why the standard cannot hold it: what IATI demands and no source says is not made up. */
  @Nullable Omission omission(ReportingOrg own) {
    if (identifier == null && own.ref().isEmpty()) {
      return Omission.NO_REPORTING_ORG;
    }
    if (status == null) {
      return Omission.NO_STATUS;
    }
    boolean dated = details != null && !details.path("dates").isEmpty();
    if (!dated && dates.isEmpty()) {
      return Omission.NO_DATE;
    }
    boolean placed = parties.stream().anyMatch(party -> Codes.roleCode(party.role()) != null);
    return placed ? null : Omission.NO_PARTICIPANT_ROLE;
  }

  /** What a project lacks to be an activity. */
  public enum Omission {
    /** Nobody reports it, and no name to publish under is configured. */
    NO_REPORTING_ORG,
    NO_STATUS,
    /** No start or end is known to the day. */
    NO_DATE,
    /** No party has one of IATI's roles: Funding, Accountable, Extending, Implementing. */
    NO_PARTICIPANT_ROLE
  }
}
