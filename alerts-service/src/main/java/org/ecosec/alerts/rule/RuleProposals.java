package org.ecosec.alerts.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The stored proposals, also those that are decided. */
@ApplicationScoped
class RuleProposals {

  private final Database sql;
  private final ObjectMapper json;

  RuleProposals(Database sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  UUID newId() {
    return sql.first("select uuidv7()", row -> row.getObject(1, UUID.class)).orElseThrow();
  }

  /** False if another proposal for the rule waits. */
  boolean add(RuleProposal proposal) {
    return sql.update(
            "insert into rule_proposal (id, rule_id, base_version, body, proposed_by, proposed_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            proposal.id(),
            proposal.draft().id(),
            proposal.baseVersion(),
            body(proposal.draft()),
            proposal.proposedBy(),
            proposal.proposedAt())
        == 1;
  }

  /** Newest first, before an id. */
  List<RuleProposal> before(@Nullable UUID id, int limit) {
    return sql.list(
        "select * from rule_proposal where ?::uuid is null or id < ?::uuid order by id desc limit ?",
        this::proposal,
        id,
        id,
        limit);
  }

  Optional<RuleProposal> find(UUID id) {
    return sql.first("select * from rule_proposal where id = ?", this::proposal, id);
  }

  /** False if it was decided meanwhile. */
  boolean decide(UUID id, RuleProposal.Outcome outcome, UUID by, Instant at) {
    return sql.update(
            "update rule_proposal set outcome = ?, decided_by = ?, decided_at = ?"
                + " where id = ? and outcome is null",
            outcome,
            by,
            at,
            id)
        == 1;
  }

  private RuleProposal proposal(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    return new RuleProposal(
        row.getObject("id", UUID.class),
        draft(row.getString("body")),
        row.getInt("base_version"),
        row.getObject("proposed_by", UUID.class),
        Columns.requiredInstant(row, "proposed_at"),
        outcome == null ? null : RuleProposal.Outcome.valueOf(outcome),
        row.getObject("decided_by", UUID.class),
        Columns.instant(row, "decided_at"));
  }

  private RuleDraft draft(String body) {
    try {
      return json.readValue(body, RuleDraft.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored proposal cannot be read", impossible);
    }
  }

  private String body(RuleDraft draft) {
    try {
      return json.writeValueAsString(draft);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
