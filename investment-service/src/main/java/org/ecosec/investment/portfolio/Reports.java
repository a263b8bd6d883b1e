package org.ecosec.investment.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ecosec.investment.project.ProjectStatus;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** Reads what is and what is not reported of the projects. */
@ApplicationScoped
class Reports {

  private static final String SILENT =
      """
      select * from (
        select p.id, p.title, p.status, greatest(
          (select max(t.value_date) from money_transaction t
           where t.project_id = p.id and t.value_date <= :on
             and known_at(t.from_revision, t.to_revision, :revision)),
          (select max(greatest(m.reported_on, m.reached_on)) from milestone m
           where m.project_id = p.id and known_at(m.from_revision, m.to_revision, :revision)))
          as last_on
        from project p
        where known_at(p.from_revision, p.to_revision, :revision) and p.same_as is null
          and coalesce(p.status, '') not in ('CLOSED', 'CANCELLED') and p.id > :after
        order by p.id) reported
      where last_on is null or last_on < :since
      order by id limit :limit
      """;

  private static final String GAPS =
      """
      with known as (
        select p.row_id, p.id from project p
        where known_at(p.from_revision, p.to_revision, :revision) and p.same_as is null),
      gaps as (
        select 'NO_PUBLISHED_OWNER' as gap, not exists (
          select from project_party party where party.project_row = known.row_id) as gaping
        from known
        union all
        select 'NO_PUBLISHED_DEADLINE', not exists (
          select from milestone m where m.project_id = known.id and m.baseline_on is not null
            and known_at(m.from_revision, m.to_revision, :revision))
        from known
        union all
        select 'NO_PUBLISHED_AMOUNT', not exists (
          select from money_transaction t where t.project_id = known.id
            and known_at(t.from_revision, t.to_revision, :revision))
        from known)
      select gap, cast(count(*) filter (where gaping) as integer) as gaping,
             cast(count(*) as integer) as projects
      from gaps group by gap order by gap
      """;

  private final Session session;

  Reports(Session session) {
    this.session = session;
  }

  @Transactional
  List<ProjectReport> silent(long revision, LocalDate on, LocalDate since, Slice slice) {
    return session
        .createNativeQuery(SILENT, Tuple.class)
        .addScalar("id", StandardBasicTypes.STRING)
        .addScalar("title", StandardBasicTypes.STRING)
        .addScalar("status", StandardBasicTypes.STRING)
        .addScalar("last_on", StandardBasicTypes.LOCAL_DATE)
        .setParameter("revision", revision)
        .setParameter("on", on)
        .setParameter("since", since)
        .setParameter("after", slice.after())
        .setParameter("limit", slice.limit())
        .getResultStream()
        .map(row -> report(row, on))
        .toList();
  }

  @Transactional
  List<GapCount> gaps(long revision) {
    return session
        .createNativeQuery(GAPS, Tuple.class)
        .addScalar("gap", StandardBasicTypes.STRING)
        .addScalar("gaping", StandardBasicTypes.INTEGER)
        .addScalar("projects", StandardBasicTypes.INTEGER)
        .setParameter("revision", revision)
        .getResultStream()
        .map(
            row ->
                new GapCount(
                    row.get("gap", String.class),
                    row.get("gaping", Integer.class),
                    row.get("projects", Integer.class)))
        .toList();
  }

  private static ProjectReport report(Tuple row, LocalDate on) {
    var status = row.get("status", String.class);
    var last = row.get("last_on", LocalDate.class);
    return new ProjectReport(
        row.get("id", String.class),
        row.get("title", String.class),
        status == null ? null : ProjectStatus.valueOf(status),
        last,
        last == null ? null : ChronoUnit.DAYS.between(last, on),
        last == null ? "NEVER_REPORTED" : "SILENT");
  }

  /** A page of a list in the order of ids. */
  record Slice(String after, int limit) {}
}
