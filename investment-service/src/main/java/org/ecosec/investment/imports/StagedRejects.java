package org.ecosec.investment.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** Takes parts at fault out of what is staged, and tells of them. */
@ApplicationScoped
class StagedRejects {

  private final Database database;

  StagedRejects(Database database) {
    this.database = database;
  }

  /**
   * The query finds part, line, path and value of what is wrong; a part goes whole. Answers how
   * many rows went.
   */
  long reject(UUID id, String code, String reason, String faults, @Nullable Object... parameters) {
    var sql =
        """
        with fault as materialized (%s),
        gone as (
          delete from staged_fact where import_id = ? and part in (select part from fault)
          returning counted),
        told as (
          insert into import_reject (import_id, position, line, path, code, reason, value)
          select ?, known.last + row_number() over (order by line, path), line, path, ?, ?, value
          from fault f (part, line, path, value), (
            select coalesce(max(position), 0) as last from import_reject where import_id = ?) known
          order by line, path limit ?)
        select count(*) filter (where counted) from gone
        """
            .formatted(faults);
    var all = new ArrayList<@Nullable Object>(Arrays.asList(parameters));
    all.addAll(List.of(id, id, code, reason, id, Intake.MAX_KEPT));
    return database.number(sql, all.toArray());
  }
}
