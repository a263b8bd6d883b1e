package org.ecosec.platform.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Numbers what a service knew. One writer at a time holds the merge lock from {@link #begin} to its
 * commit; {@link #publish} gives the revision its instant under a second, short lock, which {@link
 * #resolve} shares: no later commit can slip under an {@code asOf} that has been answered.
 */
@ApplicationScoped
public class Revisions {

  private static final long MERGE_LOCK = 0x4E1;
  private static final long PUBLISH_LOCK = 0x4E2;
  private static final Object BEGUN = Revisions.class;

  private static final String BEGIN =
      "select pg_advisory_xact_lock("
          + MERGE_LOCK
          + "); select coalesce(max(number), 0) + 1 from revision";

  private static final String PUBLISH =
      "select pg_advisory_xact_lock("
          + PUBLISH_LOCK
          + "); insert into revision (number, published_at) values (?, greatest(clock_timestamp(),"
          + " (select max(published_at) + interval '1 microsecond' from revision)))";

  private final DataSource dataSource;
  private final TransactionSynchronizationRegistry transaction;

  Revisions(DataSource dataSource, TransactionSynchronizationRegistry transaction) {
    this.dataSource = dataSource;
    this.transaction = transaction;
  }

  /**
   * Waits for other writers and answers the number of the revision about to be written: the same
   * throughout a transaction, until it is published.
   */
  @Transactional(TxType.MANDATORY)
  public long begin() {
    if (transaction.getResource(BEGUN) instanceof Long begun && begun > 0) {
      return begun;
    }
    long revision = next();
    transaction.putResource(BEGUN, revision);
    return revision;
  }

  /** The last statement of the writing transaction. */
  @Transactional(TxType.MANDATORY)
  public void publish(long revision) {
    transaction.putResource(BEGUN, 0L);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(PUBLISH)) {
      insert.setLong(1, revision);
      insert.execute();
    } catch (SQLException failure) {
      throw new IllegalStateException("The revision could not be written", failure);
    }
  }

  // Two statements on one way: the second sees what was committed while the first waited.
  private long next() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(BEGIN)) {
      statement.execute();
      statement.getMoreResults();
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The merge lock could not be taken", failure);
    }
  }

  /**
   * The newest revision at or before the instant, 0 if there was none, the current one for null. An
   * instant in the future is refused: its answer could still change.
   */
  @Transactional(TxType.REQUIRES_NEW)
  public long resolve(@Nullable Instant asOf) {
    if (asOf == null) {
      return number("select coalesce(max(number), 0) from revision", null);
    }
    execute("select pg_advisory_xact_lock_shared(" + PUBLISH_LOCK + ")");
    if (number("select case when clock_timestamp() < ? then 1 else 0 end", asOf) == 1) {
      throw Problem.badRequest("as-of-in-future", "asOf lies in the future; leave it out for now.")
          .at("query:asOf", "must not be later than now");
    }
    return number("select coalesce(max(number), 0) from revision where published_at <= ?", asOf);
  }

  /** The newest published revision, 0 if there is none. */
  public long current() {
    return resolve(null);
  }

  private void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException("The revision could not be locked or written", failure);
    }
  }

  private long number(String sql, @Nullable Instant parameter) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (parameter != null) {
        statement.setObject(1, OffsetDateTime.ofInstant(parameter, ZoneOffset.UTC));
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The revision could not be read", failure);
    }
  }
}
