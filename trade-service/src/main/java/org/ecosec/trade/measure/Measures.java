package org.ecosec.trade.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

  /** In the order of ids; on a day means in force on it. */
  List<Measure> find(
      MeasureFilter filter, @Nullable LocalDate on, long revision, String afterId, int limit) {
    return database
        .list(
            "select document"
                + AT
                + """
                and (?::text is null or imposer = ?) and (?::text is null or kind = ?)
                and (?::text is null or document ->> 'status' = ?)
                and (?::text is null or document ->> 'relaxes' = ?) and id > ?
                order by id
                """,
            row -> read(row.getString(1)),
            revision,
            revision,
            filter.imposer,
            filter.imposer,
            filter.kind,
            filter.kind,
            filter.status,
            filter.status,
            filter.relaxes,
            filter.relaxes,
            afterId)
        .stream()
        .filter(measure -> on == null || measure.inForce(on))
        .filter(measure -> filter.target == null || measure.targets().hit(filter.target))
        .filter(measure -> filter.product == null || measure.covers(filter.product))
        .limit(limit)
        .toList();
  }

  /** Every wording that the register has had of a measure, the first one first. */
  List<MeasureVersion> history(String id, long revision) {
    return database.list(
        """
        select m.from_revision, r.published_at, m.to_revision, m.document
        from measure m join revision r on r.number = m.from_revision
        where m.id = ? and m.from_revision <= ? order by m.from_revision
        """,
        row -> {
          var closed = row.getObject(3, Long.class);
          return new MeasureVersion(
              row.getLong(1),
              row.getObject(2, OffsetDateTime.class).toInstant(),
              closed == null || closed > revision ? null : closed,
              read(row.getString(4)));
        },
        id,
        revision);
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
