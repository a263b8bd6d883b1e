package org.ecosec.trade.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.ecosec.platform.sql.Database;

/** The schemes, every version of them; a change closes a row and adds one. */
@ApplicationScoped
class SectorSchemes {

  private static final String SELECT =
      "select version, document, published_at, published_by, from_revision from sector_scheme ";

  private final Database database;
  private final ObjectMapper json;

  SectorSchemes(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  List<SectorSchemeView> at(long revision) {
    return database.list(
        SELECT
            + "where from_revision <= ? and (to_revision is null or to_revision > ?) order by id",
        this::view,
        revision,
        revision);
  }

  Optional<SectorSchemeView> at(String id, long revision) {
    return at(revision).stream().filter(view -> view.id().equals(id)).findFirst();
  }

  /** Every version of a scheme, the newest first, as known at a revision. */
  List<SectorSchemeView> versions(String id, long revision) {
    return database.list(
        SELECT + "where id = ? and from_revision <= ? order by version desc",
        this::view,
        id,
        revision);
  }

  /** What tells two states of all schemes apart: the last revision that changed one. */
  long changedAt(long revision) {
    return database.number(
        "select coalesce(max(from_revision), 0) from sector_scheme where from_revision <= ?",
        revision);
  }

  void add(SectorScheme scheme, int version, String by, Instant at, long revision) {
    database.update(
        "update sector_scheme set to_revision = ? where id = ? and to_revision is null",
        revision,
        scheme.id());
    database.update(
        """
        insert into sector_scheme (id, version, document, published_by, published_at, from_revision)
        values (?, ?, ?::jsonb, ?, ?, ?)
        """,
        scheme.id(),
        version,
        write(scheme),
        by,
        at,
        revision);
  }

  private SectorSchemeView view(ResultSet row) throws SQLException {
    var scheme = read(row.getString("document"));
    return new SectorSchemeView(
        scheme.id(),
        row.getInt("version"),
        scheme.title(),
        scheme.source(),
        scheme.baskets(),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getString("published_by"),
        row.getLong("from_revision"));
  }

  private String write(SectorScheme scheme) {
    try {
      return json.writeValueAsString(scheme);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private SectorScheme read(String document) {
    try {
      return json.readValue(document, SectorScheme.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
