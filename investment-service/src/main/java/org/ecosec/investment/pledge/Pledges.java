package org.ecosec.investment.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ecosec.investment.change.Facts;
import org.ecosec.investment.change.Filters;
import org.ecosec.platform.problem.Problem;

/** The pledges on record, as of a revision. */
@ApplicationScoped
public class Pledges extends Facts<Pledge> {

  public PledgeView view(String id, long revision) {
    return at(revision, id).map(PledgeView::of).orElseThrow(() -> unknown(id));
  }

  public PledgeView currentView(String id) {
    return PledgeView.of(currentOrRefuse(id));
  }

  /** The ids of all pledges that stand now. */
  public List<String> currentIds() {
    return find("toRevision is null order by id").stream().map(Pledge::id).toList();
  }

  Pledge currentOrRefuse(String id) {
    return current(id).orElseThrow(() -> unknown(id));
  }

  List<PledgeView> views(long revision, Filters filters, String after, int limit) {
    return page(revision, filters, after, limit).stream().map(PledgeView::of).toList();
  }

  private static Problem unknown(String id) {
    return Problem.notFound("no-such-pledge", "There is no pledge " + id + " that you may see.");
  }
}
