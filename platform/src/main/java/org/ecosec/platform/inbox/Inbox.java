package org.ecosec.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Refuses repeated and older news: at least once on the wire becomes once in the database. */
@ApplicationScoped
public class Inbox {

  private static final String ADVANCE =
      """
      insert into inbox_position as p (topic, record_key, sequence) values (?, ?, ?)
      on conflict (topic, record_key) do update set sequence = excluded.sequence
      where p.sequence < excluded.sequence
      """;

  private final DataSource dataSource;

  Inbox(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** True once for each sequence of a key that is newer than all before, in the transaction. */
  @Transactional(TxType.MANDATORY)
  public boolean accept(String topic, String key, long sequence) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
      advance.setString(1, topic);
      advance.setString(2, key);
      advance.setLong(3, sequence);
      return advance.executeUpdate() == 1;
    } catch (SQLException failure) {
      throw new IllegalStateException("The inbox could not be advanced", failure);
    }
  }
}
