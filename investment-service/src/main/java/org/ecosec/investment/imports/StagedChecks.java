package org.ecosec.investment.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * What only the whole file and what is known already can show. Each check is one query for the rows
 * at fault; what is wrong in a part takes the whole part out.
 */
@ApplicationScoped
class StagedChecks {

  private final StagedRejects rejects;
  private final StagedRelations relations;

  StagedChecks(StagedRejects rejects, StagedRelations relations) {
    this.rejects = rejects;
    this.relations = relations;
  }

  /** Answers how many rows went. */
  long reject(ImportMerge.Claim claim) {
    var id = claim.id();
    var mayNotSee = claim.mayNotSee();
    long rejected =
        rejects.reject(
            id,
            "DUPLICATE",
            "The file states this twice; the first one counts.",
            """
            select part, line, path, id from (
              select s.*, row_number() over (partition by s.kind, s.id order by s.line, s.part) as nth
              from staged_fact s join (
                select kind, id from staged_fact where import_id = ?
                group by kind, id having count(*) > 1) repeated using (kind, id)
              where s.import_id = ?) numbered
            where nth > 1
            """,
            id,
            id);
    for (FactKind kind : FactKind.values()) {
      if (kind.handled() && !mayNotSee.isEmpty()) {
        rejected += rejectTaken(id, kind, mayNotSee);
      }
    }
    return rejected + rejectPublishers(id) + settle(claim);
  }

  /** What hangs on what else is staged: to be looked at again when a part has gone. */
  long settle(ImportMerge.Claim claim) {
    return relations.settle(claim) + rejectMoney(claim.id(), claim.mayNotSee());
  }

  /** Takes out a part that breaks a rule. */
  long reject(ImportMerge.Claim claim, BrokenRule broken, long part) {
    return rejects.reject(
        claim.id(),
        broken.code(),
        broken.reason(),
        """
        select part, line, path, id from staged_fact
        where import_id = ? and part = ? order by counted desc limit 1
        """,
        claim.id(),
        part);
  }

  /** Takes out the part whose fact breaks a rule; answers 0 if the file has no such part. */
  long reject(ImportMerge.Claim claim, BrokenRule broken) {
    var table = FactKind.ofTable(broken.table()).map(Enum::name).orElse("");
    return rejects.reject(
        claim.id(),
        broken.code(),
        broken.reason(),
        """
        select part, line, path, id from staged_fact
        where import_id = ? and id = ? and (? = '' or kind = ?)
        """,
        claim.id(),
        broken.fact(),
        table,
        table);
  }

  private long rejectTaken(UUID id, FactKind kind, List<String> mayNotSee) {
    return rejects.reject(
        id,
        "ID_TAKEN",
        "The id is taken: use another.",
        """
        select s.part, s.line, s.path, s.id from staged_fact s
        join %s k on k.id = s.id and k.to_revision is null
        where s.import_id = ? and s.kind = ? and k.handling = any (?)
        """
            .formatted(kind.table()),
        id,
        kind,
        mayNotSee);
  }

  private long rejectPublishers(UUID id) {
    return rejects.reject(
        id,
        "OTHER_PUBLISHER",
        "Another publisher reports this activity already, and it counts once.",
        """
        select s.part, s.line, s.path, k.publisher from staged_fact s
        join iati_activity k on k.id = s.id and k.to_revision is null
        where s.import_id = ? and s.kind = 'IATI_ACTIVITY' and k.publisher <> s.document ->> 'publisher'
        """,
        id);
  }

  private long rejectMoney(UUID id, List<String> mayNotSee) {
    long unknown =
        rejects.reject(
            id,
            "UNKNOWN_PROJECT",
            "There is no such project: import it first, or in the same file.",
            """
            select part, line, path, document ->> 'project_id' from staged_fact s
            where import_id = ? and document ? 'project_id'
              and not exists (select from staged_fact p where p.import_id = s.import_id
                and p.kind = 'PROJECT' and p.id = s.document ->> 'project_id')
              and not exists (select from project k where k.id = s.document ->> 'project_id'
                and k.to_revision is null and not k.handling = any (?))
            """
                .replace(" ? '", " ?? '"),
            id,
            mayNotSee);
    return unknown
        + rejects.reject(
            id,
            "ID_OF_OTHER_PROJECT",
            "The id belongs to an entry of another project.",
            """
            select s.part, s.line, s.path, k.project_id from staged_fact s
            join money_transaction k on k.id = s.id and k.to_revision is null
            where s.import_id = ? and s.kind = 'TRANSACTION'
              and k.project_id <> s.document ->> 'project_id'
            """,
            id)
        + rejectCommitments(id)
        + rejects.reject(
            id,
            "REVERSED",
            "The entry was taken back, so it no longer changes: give a new one a new id.",
            """
            select s.part, s.line, s.path, s.id from staged_fact s
            join money_transaction k on k.id = s.id and k.to_revision is null
            where s.import_id = ? and s.kind = 'TRANSACTION'
              and (k.reverses is not null or exists (select from money_transaction r
                where r.reverses = k.id and r.to_revision is null))
              and to_jsonb(k) || s.document <> to_jsonb(k)
            """,
            id);
  }

  private long rejectCommitments(UUID id) {
    return rejects.reject(
        id,
        "WRONG_COMMITMENT",
        "commitmentId names no commitment of the project in the same currency.",
        """
        select s.part, s.line, s.path, s.document ->> 'commitment_id' from staged_fact s
        where s.import_id = ? and s.kind = 'TRANSACTION' and s.document ->> 'commitment_id' <> ''
          and not exists (select from staged_fact c where c.import_id = s.import_id
            and c.kind = 'TRANSACTION' and c.id = s.document ->> 'commitment_id'
            and c.document ->> 'type' = 'COMMITMENT'
            and c.document ->> 'project_id' = s.document ->> 'project_id'
            and c.document ->> 'currency' = s.document ->> 'currency')
          and not exists (select from money_transaction k
            where k.id = s.document ->> 'commitment_id' and k.to_revision is null
            and k.type = 'COMMITMENT' and k.project_id = s.document ->> 'project_id'
            and k.currency = s.document ->> 'currency')
        """,
        id);
  }
}
