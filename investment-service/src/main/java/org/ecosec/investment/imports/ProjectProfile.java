package org.ecosec.investment.imports;

import java.util.List;
import java.util.Map;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.project.ProjectStatus;
import org.jspecify.annotations.Nullable;

/**
 * How one publisher's list of projects is read: which column is what, in which forms it writes a
 * day, and what its words for a status mean in IATI's.
 */
record ProjectProfile(
    String name,
    String source,
    String idPrefix,
    String id,
    String title,
    String status,
    Map<String, ProjectStatus> statuses,
    String place,
    @Nullable String sector,
    String approvedOn,
    String closingOn,
    List<String> reached,
    List<String> dateForms,
    List<Party> parties,
    List<Note> notes,
    String currency,
    List<Commitment> commitments) {

  /** Who takes part in every project of the list. */
  record Party(String name, String role) {}

  /** A column that becomes a sentence of the notes. */
  record Note(String label, String column) {}

  /** A column of money that was committed on the day of approval, and whose money it is. */
  record Commitment(String key, String column, String financier, FinancierScope financierScope) {}
}
