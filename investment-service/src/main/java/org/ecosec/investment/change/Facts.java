package org.ecosec.investment.change;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecosec.platform.problem.Problem;
import org.hibernate.exception.ConstraintViolationException;

/** The versions of one kind of fact: read as of a revision, added and closed, never changed. */
public abstract class Facts<T extends Fact> implements PanacheRepositoryBase<T, Long> {

  private static final String KNOWN =
      "fromRevision <= :revision and (toRevision is null or toRevision > :revision)";

  /** The version that was known at a revision. */
  public Optional<T> at(long revision, String id) {
    return find("id = :id and " + KNOWN, Map.of("id", id, "revision", revision))
        .firstResultOptional();
  }

  /** The version that a change would close. */
  public Optional<T> current(String id) {
    return find("id = ?1 and toRevision is null", id).firstResultOptional();
  }

  /** A page in the order of ids. */
  public List<T> page(long revision, Filters filters, String after, int limit) {
    var narrowed = filters.where(KNOWN, "revision", revision).where("id > :after", "after", after);
    return find(narrowed.condition(), Sort.by("id"), narrowed.parameters()).page(0, limit).list();
  }

  /** Adds a version; an id that is taken, or a rule that the database keeps, is a conflict. */
  public void add(T fact, long revision) {
    fact.knownFrom(revision);
    try {
      persist(fact);
    } catch (ConstraintViolationException broken) {
      throw refusal(fact, String.valueOf(broken.getSQLException().getMessage()), broken);
    }
  }

  public void close(T fact, long revision) {
    update("toRevision = ?1 where rowId = ?2", revision, fact.rowId());
  }

  /** Says which rule of the database a new version broke. */
  protected Problem refusal(T fact, String broken, ConstraintViolationException cause) {
    if (!broken.contains("_current")) {
      throw cause;
    }
    return Problem.conflict(
        "id-taken", "The id " + fact.id() + " is taken: use another, or change that one by PUT.");
  }
}
