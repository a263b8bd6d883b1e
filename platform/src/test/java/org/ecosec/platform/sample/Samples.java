package org.ecosec.platform.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.sample.SampleResource.Thing;
import org.ecosec.platform.sample.SampleResource.Unit;

@ApplicationScoped
class Samples {

  private final DataSource dataSource;

  Samples(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  List<Thing> after(String id, int limit) throws SQLException {
    return select("where id > ? order by id limit " + limit, id);
  }

  Thing find(String id) throws SQLException {
    return select("where id = ?", id).stream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound("no-such-thing", "There is no thing " + id + "."));
  }

  void insert(Thing thing) {
    execute("insert into sample (title, amount, handling, id) values (?, ?, ?, ?)", thing);
  }

  void update(Thing thing) {
    execute("update sample set title = ?, amount = ?, handling = ? where id = ?", thing);
  }

  private void execute(String sql, Thing thing) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, thing.title());
      statement.setBigDecimal(2, thing.amount());
      statement.setString(3, thing.handling());
      statement.setString(4, thing.id());
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private List<Thing> select(String where, String parameter) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement(
                "select id, title, amount, handling from sample " + where)) {
      statement.setString(1, parameter);
      var things = new ArrayList<Thing>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          things.add(
              new Thing(
                  row.getString(1),
                  row.getString(2),
                  row.getBigDecimal(3),
                  row.getString(4),
                  new Unit("JPY", null)));
        }
      }
      return things;
    }
  }
}
