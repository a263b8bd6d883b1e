package org.ecosec.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One service's database and its two roles: {@code <name>_owner} migrates and owns every table,
 * {@code <name>_app} may only read and write rows. The application must not own a table, since
 * row-level security does not bind the owner.
 */
public record ServiceDatabase(String name, String ownerPassword, String appPassword) {

  public ServiceDatabase {
    if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
      throw new IllegalArgumentException("not a database name: " + name);
    }
  }

  public String owner() {
    return name + "_owner";
  }

  public String app() {
    return name + "_app";
  }

  /**
   * Creates what is missing and sets passwords and rights anew, whatever was there.
   *
   * @param serverUrl JDBC address of the server up to and including the slash before the database
   */
  public void createOn(String serverUrl, String superuser, String password) throws SQLException {
    try (Connection server =
        DriverManager.getConnection(serverUrl + "postgres", superuser, password)) {
      createRole(server, owner(), ownerPassword);
      createRole(server, app(), appPassword);
      if (!exists(server, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
        execute(server, "CREATE DATABASE " + name + " OWNER " + owner());
      }
      execute(server, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
      execute(server, "GRANT CONNECT ON DATABASE " + name + " TO " + app());
    }
    try (Connection database = DriverManager.getConnection(serverUrl + name, superuser, password)) {
      execute(database, rights());
    }
  }

  private String rights() {
    return """
        ALTER SCHEMA public OWNER TO %1$s;
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
        GRANT USAGE ON SCHEMA public TO %2$s;
        ALTER DEFAULT PRIVILEGES FOR ROLE %1$s REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
        ALTER DEFAULT PRIVILEGES FOR ROLE %1$s IN SCHEMA public
          GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %2$s;
        ALTER DEFAULT PRIVILEGES FOR ROLE %1$s IN SCHEMA public
          GRANT USAGE, SELECT ON SEQUENCES TO %2$s;
        ALTER DEFAULT PRIVILEGES FOR ROLE %1$s IN SCHEMA public
          GRANT EXECUTE ON FUNCTIONS TO %2$s;
        """
        .formatted(owner(), app());
  }

  private static void createRole(Connection server, String role, String password)
      throws SQLException {
    if (!exists(server, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
      execute(server, "CREATE ROLE " + role + " LOGIN NOINHERIT");
    }
    try (PreparedStatement quote =
        server.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)")) {
      quote.setString(1, role);
      quote.setString(2, password);
      try (ResultSet row = quote.executeQuery()) {
        row.next();
        execute(server, row.getString(1));
      }
    }
  }

  private static boolean exists(Connection server, String query, String value) throws SQLException {
    try (PreparedStatement statement = server.prepareStatement(query)) {
      statement.setString(1, value);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
