package org.ecosec.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class OutageTest {

  @Test
  void aLostConnectionIsAnOutageHoweverDeepItLies() {
    var lost = new SQLException("This connection has been closed.", "08003");
    assertThat(Outage.isBehind(new IllegalStateException("wrapped", new RuntimeException(lost))))
        .isTrue();
    assertThat(Outage.isBehind(new SQLException("terminating connection", "57P01"))).isTrue();
    assertThat(Outage.isBehind(new SQLException("disk full", "53100"))).isTrue();
    assertThat(Outage.isBehind(new SQLTransientConnectionException("no connection"))).isTrue();
    assertThat(Outage.isBehind(new SQLException("Sorry, acquisition timeout!"))).isTrue();
    assertThat(
            Outage.isBehind(
                new SQLException("Acquisition timeout while waiting for new connection")))
        .isTrue();
  }

  @Test
  void aRefusedRowOrABugIsNone() {
    assertThat(Outage.isBehind(new SQLException("duplicate key", "23505"))).isFalse();
    assertThat(Outage.isBehind(new SQLException("no state"))).isFalse();
    assertThat(Outage.isBehind(new IllegalStateException("a bug"))).isFalse();
  }
}
