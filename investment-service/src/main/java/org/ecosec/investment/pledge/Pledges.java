package org.ecosec.investment.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ecosec.investment.change.Facts;
import org.ecosec.investment.change.Filters;
import org.ecosec.platform.problem.Problem;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

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

  /** The published wordings of a pledge, in the order in which they were given. */
  public List<Statement> statements(String id, long revision) {
    return getEntityManager()
        .createQuery(SAID, PledgeStatement.class)
        .setParameter("id", id)
        .setParameter("revision", revision)
        .getResultStream()
        .map(said -> said.statement)
        .toList();
  }

  private static final String SAID =
      """
      from PledgeStatement where pledgeId = :id and fromRevision <= :revision
        and (toRevision is null or toRevision > :revision) order by ordinal
      """;

  private static final String RELATED =
      """
      select id from pledge
      where known_at(from_revision, to_revision, :revision) and id <> :id
        and (id = any (select unnest(supersedes || extended || overlapping) from pledge
               where id = :id and known_at(from_revision, to_revision, :revision))
             or :id = any (supersedes || extended || overlapping))
      order by id
      """;

  /** The pledges that one names, and those that name it. */
  List<PledgeView> related(PledgeView pledge, long revision) {
    List<String> ids =
        getEntityManager()
            .unwrap(Session.class)
            .createNativeQuery(RELATED, String.class)
            .setParameter("revision", revision)
            .setParameter("id", pledge.id())
            .getResultList();
    return ids.stream().map(id -> view(id, revision)).toList();
  }

  @Override
  protected Problem refusal(Pledge fact, String broken, ConstraintViolationException cause) {
    if (broken.contains("pledge_superseded_once")) {
      return Problem.unprocessable(
              "superseded-before",
              "A pledge is replaced by one other at most: another pledge supersedes one of these.")
          .at("/supersedes", "names a pledge that another one supersedes");
    }
    if (broken.contains("pledge_relation_circular") || broken.contains("pledge_relates_to")) {
      return circular(fact.id());
    }
    return super.refusal(fact, broken, cause);
  }

  static Problem circular(String id) {
    return Problem.unprocessable(
            "circular-pledges", "A pledge cannot supersede or extend what leads back to it.")
        .at("/supersedes", "leads back to " + id);
  }

  private static Problem unknown(String id) {
    return Problem.notFound("no-such-pledge", "There is no pledge " + id + " that you may see.");
  }
}
