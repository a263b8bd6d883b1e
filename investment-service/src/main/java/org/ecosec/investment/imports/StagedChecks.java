package org.ecosec.investment.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * What only the whole file and what is known already can show. Each check is one query for the rows
 * at fault; what is wrong in a part takes the whole part out.
 */
@ApplicationScoped
class StagedChecks {

  private final Database database;

  StagedChecks(Database database) {
    this.database = database;
  }

  /** Answers how many rows went. */
  long reject(ImportMerge.Claim claim) {
    var id = claim.id();
    var mayNotSee =
        Stream.of(HandlingLevel.values())
            .filter(level -> level.compareTo(claim.clearance()) > 0)
            .map(Enum::name)
            .toList();
    long rejected =
        rejected(
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
    return rejected + rejectPublishers(id) + rejectMoney(id, mayNotSee);
  }

  private long rejectTaken(UUID id, FactKind kind, List<String> mayNotSee) {
    return rejected(
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
    return rejected(
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
        rejected(
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
        + rejected(
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
        + rejected(
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

  private long rejected(
      UUID id, String code, String reason, String faults, @Nullable Object... parameters) {
    var sql =
        """
        with fault as materialized (%s),
        gone as (
          delete from staged_fact where import_id = ? and part in (select part from fault)
          returning counted),
        told as (
          insert into import_reject (import_id, position, line, path, code, reason, value)
          select ?, known.last + row_number() over (order by line, path), line, path, ?, ?, value
          from fault f (part, line, path, value), (
            select coalesce(max(position), 0) as last from import_reject where import_id = ?) known
          order by line, path limit ?)
        select count(*) filter (where counted) from gone
        """
            .formatted(faults);
    var all = new java.util.ArrayList<@Nullable Object>(java.util.Arrays.asList(parameters));
    all.addAll(List.of(id, id, code, reason, id, Intake.MAX_KEPT));
    return database.number(sql, all.toArray());
  }
}
