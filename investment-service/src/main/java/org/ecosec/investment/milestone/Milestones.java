package org.ecosec.investment.milestone;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecosec.investment.change.Facts;
import org.ecosec.platform.problem.Problem;

/** The milestones on record, as of a revision. */
@ApplicationScoped
class Milestones extends Facts<Milestone> {

  private static final String KNOWN =
      "fromRevision <= :revision and (toRevision is null or toRevision > :revision)";

  /** A project that is over or given up has nothing due any more. */
  private static final String DUE =
      """
      from Milestone m
      where m.fromRevision <= :revision and (m.toRevision is null or m.toRevision > :revision)
        and m.reachedOn is null and coalesce(m.forecastOn, m.baselineOn) <= :until
        and not exists (
          select 1 from Project p
          where p.id = m.projectId and p.status in (CLOSED, CANCELLED)
            and p.fromRevision <= :revision and (p.toRevision is null or p.toRevision > :revision))
      order by coalesce(m.forecastOn, m.baselineOn), m.id
      """;

  /** A revision that no other has reached: what is known now. */
  private static final long NOW = Long.MAX_VALUE;

  Milestone known(String id, long revision) {
    return at(revision, id).orElseThrow(() -> unknown(id));
  }

  Milestone currentOrRefuse(String id) {
    return current(id).orElseThrow(() -> unknown(id));
  }

  /** Every version that was known by a revision, oldest first. */
  List<Milestone> versions(String id, long revision) {
    var versions =
        list(
            "id = :id and fromRevision <= :revision",
            Sort.by("fromRevision"),
            Map.of("id", id, "revision", revision));
    if (versions.isEmpty()) {
      throw unknown(id);
    }
    return versions;
  }

  /** The newest version of each, ended or not, in the order of ids. */
  List<Milestone> newest(Collection<String> ids, long revision) {
    var newest = new TreeMap<String, Milestone>();
    list(
            "id in :ids and fromRevision <= :revision",
            Sort.by("fromRevision"),
            Map.of("ids", ids, "revision", revision))
        .forEach(version -> newest.put(version.id(), version));
    var ended = new TreeSet<>(ids);
    ended.removeAll(standing(ids));
    // What was closed in this session is read anew.
    ended.forEach(id -> getEntityManager().refresh(newest.get(id)));
    return List.copyOf(newest.values());
  }

  private List<String> standing(Collection<String> ids) {
    return getEntityManager()
        .createQuery(
            "select id from Milestone where id in :ids and toRevision is null", String.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Not reached by what was known, expected until a day; the soonest first. */
  List<Milestone> due(long revision, LocalDate until, int limit) {
    return find(DUE, Map.of("revision", revision, "until", until)).page(0, limit).list();
  }

  /** All that have a first plan. */
  List<Milestone> planned(long revision) {
    return find(KNOWN + " and plannedOn is not null order by id", Map.of("revision", revision))
        .list();
  }

  /** Open ones whose expected day is near or gone: those whose status a new day may change. */
  List<Milestone> open(LocalDate until) {
    return list(DUE, Map.of("revision", NOW, "until", until));
  }

  static Problem unknown(String id) {
    return Problem.notFound(
        "no-such-milestone", "There is no milestone " + id + " that you may see.");
  }
}
