package org.ecosec.trade.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * The register of measures as known at a revision; rows the caller is not cleared for are not
 * there.
 */
@ApplicationScoped
class Measures {

  private static final String AT =
      " from measure where from_revision <= ? and (to_revision is null or to_revision > ?) ";

  private final Database database;
  private final ObjectMapper json;

  Measures(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  List<Measure> find(
      @Nullable String imposer, @Nullable String kind, long revision, String afterId, int limit) {
    return database.list(
        "select document"
            + AT
            + """
            and (?::text is null or imposer = ?) and (?::text is null or kind = ?) and id > ?
            order by id limit ?
            """,
        row -> read(row.getString(1)),
        revision,
        revision,
        imposer,
        imposer,
        kind,
        kind,
        afterId,
        limit);
  }

  Optional<Measure> find(String id, long revision) {
    return database.first(
        "select document" + AT + "and id = ?",
        row -> read(row.getString(1)),
        revision,
        revision,
        id);
  }

  /** True if the id is taken, by whatever handling level. */
  boolean exists(String id) {
    return database.number("select count(*) from measure where id = ? and to_revision is null", id)
        > 0;
  }

  void close(String id, long revision) {
    database.update(
        "update measure set to_revision = ? where id = ? and to_revision is null", revision, id);
  }

  void add(Measure measure, long revision) {
    database.update(
        """
        insert into measure (id, document, imposer, kind, handling, from_revision)
        values (?, ?::jsonb, ?, ?, ?, ?)
        """,
        measure.id(),
        write(measure),
        measure.imposer(),
        measure.kind(),
        measure.handling(),
        revision);
  }

  String write(Object document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Measure read(String document) {
    try {
      return json.readValue(document, Measure.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
