package org.ecosec.investment.initiative;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ecosec.investment.change.Facts;
import org.ecosec.investment.change.Filters;
import org.ecosec.platform.problem.Problem;

@ApplicationScoped
class Initiatives extends Facts<Initiative> {

  private static final String COUNTS =
      """
      select new org.ecosec.investment.initiative.StatusCount(
        i.status, count(*), sum(coalesce(i.itemCount, 1)))
      from Initiative i
      where i.fromRevision <= :revision and (i.toRevision is null or i.toRevision > :revision)
      group by i.status order by i.status
      """;

  InitiativeView view(String id, long revision) {
    return at(revision, id).map(InitiativeView::of).orElseThrow(() -> unknown(id));
  }

  List<InitiativeView> views(long revision, Filters filters, String after, int limit) {
    return page(revision, filters, after, limit).stream().map(InitiativeView::of).toList();
  }

  List<StatusCount> counts(long revision) {
    return getEntityManager()
        .createQuery(COUNTS, StatusCount.class)
        .setParameter("revision", revision)
        .getResultList();
  }

  static Problem unknown(String id) {
    return Problem.notFound(
        "no-such-initiative", "There is no initiative " + id + " that you may see.");
  }
}
