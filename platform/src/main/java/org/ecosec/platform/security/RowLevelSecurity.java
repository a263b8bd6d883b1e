package org.ecosec.platform.security;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Tells PostgreSQL the clearance of whoever takes a connection; its policies filter the rows. */
@Singleton
class RowLevelSecurity implements AgroalPoolInterceptor {

  private final Clearance clearance;

  RowLevelSecurity(Clearance clearance) {
    this.clearance = clearance;
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    var inRequest = Arc.container().requestContext().isActive();
    var level = inRequest ? clearance.level() : HandlingLevel.PUBLIC;
    try (PreparedStatement set =
        connection.prepareStatement("select set_config('ecosec.clearance', ?, false)")) {
      set.setString(1, level.name());
      set.execute();
    } catch (SQLException failure) {
      throw new IllegalStateException("The clearance could not be set", failure);
    }
  }
}
