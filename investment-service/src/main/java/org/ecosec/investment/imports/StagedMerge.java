package org.ecosec.investment.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ecosec.platform.sql.Database;

/**
 * The steps from staged to known facts, each one statement over the whole file. A new version is
 * the one before with the columns that the file gives laid over it, so whatever else is known
 * stays.
 */
@ApplicationScoped
class StagedMerge {

  // The first plan stays; the count of its moves goes up where the file has another day.
  private static final String REBASELINED =
      """
      || case when s.document ? 'baseline_on' then jsonb_build_object(
        'planned_on', coalesce(before.planned_on, (s.document ->> 'baseline_on')::date),
        'planned_precision', coalesce(before.planned_precision::text, s.document ->> 'baseline_precision'),
        'rebaselinings', before.rebaselinings + case
          when before.baseline_on <> (s.document ->> 'baseline_on')::date then 1 else 0 end)
      else '{}' end
      """
          .replace(" ? '", " ?? '");

  private final Database database;

  StagedMerge(Database database) {
    this.database = database;
  }

  /** Rows by what became of them; changed if anything at all was written. */
  record Counts(long added, long unchanged, long revised, long withdrawn, boolean changed) {
    Counts plus(Counts other) {
      return new Counts(
          added + other.added,
          unchanged + other.unchanged,
          revised + other.revised,
          withdrawn + other.withdrawn,
          changed || other.changed);
    }
  }

  Counts apply(ImportMerge.Claim claim, long revision) {
    long withdrawn = claim.isIati() ? withdraw(claim, revision) : 0;
    var counts = new Counts(0, 0, 0, withdrawn, withdrawn > 0);
    for (FactKind kind : FactKind.values()) {
      counts = counts.plus(apply(claim.id(), kind, revision));
    }
    vintage(claim.id());
    return counts;
  }

  void clear(UUID id) {
    database.update("delete from staged_fact where import_id = ?", id);
  }

  private Counts apply(UUID id, FactKind kind, long revision) {
    long rows =
        database.number(
            "select count(*) from staged_fact where import_id = ? and kind = ?", id, kind);
    if (rows == 0) {
      return new Counts(0, 0, 0, 0, false);
    }
    boolean counted =
        database.number(
                "select count(*) from (select from staged_fact where import_id = ? and kind = ?"
                    + " and counted limit 1) any_row",
                id,
                kind)
            > 0;
    long revised = close(id, kind, revision);
    long written = write(id, kind, revision);
    if (kind == FactKind.MILESTONE) {
      rebaseline(revision);
    }
    kind.children().forEach(child -> writeList(id, kind, child, revision));
    long joined =
        database.number(
            "select count(*) from staged_fact where import_id = ? and kind = ? and part < 0",
            id,
            kind);
    return counted
        ? new Counts(written - revised, rows - written, revised - joined, 0, written > 0)
        : new Counts(0, 0, 0, 0, written > 0);
  }

  private long close(UUID id, FactKind kind, long revision) {
    var lists =
        kind.children().stream()
            .map(
                child ->
                    """
                    or s.extra -> 'lists' -> '%1$s' <> coalesce((
                      select jsonb_agg(to_jsonb(c) - 'position' - '%2$s' order by c.position)
                      from %1$s c where c.%2$s = k.row_id), '[]')
                    """
                        .formatted(child.table(), child.parent()))
            .collect(Collectors.joining());
    return database.update(
        """
        update %1$s set to_revision = ? where row_id in (
          select k.row_id from staged_fact s join %1$s k on k.id = s.id and k.to_revision is null
          where s.import_id = ? and s.kind = ?
            and (to_jsonb(k) || s.document <> to_jsonb(k) %2$s))
        """
            .formatted(kind.table(), lists),
        revision,
        id,
        kind);
  }

  // What was just closed is the version before; what is still open is unchanged.
  private long write(UUID id, FactKind kind, long revision) {
    var fresh = kind == FactKind.TRANSACTION ? "jsonb_build_object('recorded_at', now())" : "'{}'";
    var moved = kind == FactKind.MILESTONE ? REBASELINED : "";
    return database.update(
        """
        insert into %1$s overriding user value
        select made.* from staged_fact s
        left join %1$s before on before.id = s.id and before.to_revision = ?
        left join %1$s open on open.id = s.id and open.to_revision is null
        cross join lateral jsonb_populate_record(null::%1$s,
          case when before.id is null then s.otherwise || %2$s else to_jsonb(before) %3$s end || s.document
          || jsonb_build_object('id', s.id, 'from_revision', ?::bigint, 'to_revision', null)) made
        where s.import_id = ? and s.kind = ? and open.id is null
        """
            .formatted(kind.table(), fresh, moved),
        revision,
        revision,
        id,
        kind);
  }

  private void writeList(UUID id, FactKind kind, FactKind.Child child, long revision) {
    database.update(
        """
        insert into %2$s
        select made.* from staged_fact s
        join %1$s now on now.id = s.id and now.from_revision = ?
        cross join lateral jsonb_array_elements(coalesce(s.extra -> 'lists' -> '%2$s', (
          select jsonb_agg(to_jsonb(c) order by c.position) from %1$s before
          join %2$s c on c.%3$s = before.row_id
          where before.id = s.id and before.to_revision = ?), '[]')) with ordinality entry (value, nth)
        cross join lateral jsonb_populate_record(null::%2$s, entry.value
          || jsonb_build_object('%3$s', now.row_id, 'position', nth - 1)) made
        where s.import_id = ? and s.kind = ?
        """
            .formatted(kind.table(), child.table(), child.parent()),
        revision,
        revision,
        id,
        kind);
  }

  private void rebaseline(long revision) {
    database.update(
        """
        insert into milestone_rebaselining (id, from_revision, milestone_id, ordinal, before_on,
          before_precision, after_on, after_precision, reason, source, handling)
        select now.id || '-b' || lpad(now.rebaselinings::text, 4, '0'), ?, now.id, now.rebaselinings, before.baseline_on,
          before.baseline_precision, now.baseline_on, now.baseline_precision,
          'A later file of the source gives this day', now.source, now.handling
        from milestone now join milestone before on before.id = now.id and before.to_revision = ?
        where now.from_revision = ? and now.rebaselinings > before.rebaselinings
        """,
        revision,
        revision,
        revision);
  }

  /**
   * A publisher states an activity whole: its entries that came from it before and are not in the
   * file are closed. What was taken back by a reversal stays, with its reversal.
   */
  private long withdraw(ImportMerge.Claim claim, long revision) {
    return database.update(
        """
        update money_transaction set to_revision = ? where row_id in (
          select k.row_id from staged_fact s
          join money_transaction k on k.project_id = s.id and k.to_revision is null
          where s.import_id = ? and s.kind = 'IATI_ACTIVITY'
            and k.source = 'IATI: ' || (s.document ->> 'identifier') and k.reverses is null
            and not exists (select from staged_fact t where t.import_id = s.import_id
              and t.kind = 'TRANSACTION' and t.id = k.id)
            and not exists (select from money_transaction r
              where r.reverses = k.id and r.to_revision is null))
        """,
        revision,
        claim.id());
  }

  private void vintage(UUID id) {
    database.update(
        """
        insert into project_vintage (import_id, project_id, title, status, status_as_given, closing_on)
        select import_id, id, document ->> 'title', document ->> 'status',
          extra -> 'vintage' ->> 'given', (extra -> 'vintage' ->> 'closing')::date
        from staged_fact where import_id = ? and kind = 'PROJECT' and extra -> 'vintage' <> 'null'
        """,
        id);
  }
}
