package org.ecosec.investment.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Started and ready only on a database that has this service's tables. */
@Startup
@Readiness
@ApplicationScoped
class HasMigrated implements HealthCheck {

  private static final String NAME = "investment tables are there (migration V1001)";

  private final DataSource dataSource;

  HasMigrated(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public HealthCheckResponse call() {
    try (var connection = dataSource.getConnection();
        var select = connection.prepareStatement("select from pledge limit 0")) {
      select.execute();
      return HealthCheckResponse.up(NAME);
    } catch (SQLException missing) {
      return HealthCheckResponse.down(NAME);
    }
  }
}
