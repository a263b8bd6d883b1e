package org.ecosec.trade.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The source profiles by name: those that ship with the product and those that stewards made. */
@ApplicationScoped
class SourceProfiles {

  private static final List<String> SHIPPED =
      List.of(
          "japan-customs-annual",
          "japan-customs-annual-exports",
          "india-tradestat-monthly",
          "india-tradestat-hs2-financial-year",
          "india-tradestat-hs8-exports-financial-year",
          "china-comtrade-monthly");
  private static final String COLUMNS =
      "select document, version, created_by, created_at from source_profile ";

  private final Map<String, SourceProfileView> shipped = new TreeMap<>();
  private final Database database;
  private final ObjectMapper json;
  private final Clock clock;

  SourceProfiles(Database database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
    for (String name : SHIPPED) {
      try (var stream =
          SourceProfiles.class.getResourceAsStream("/reference/profiles/" + name + ".json")) {
        var profile = json.readValue(stream, SourceProfile.class);
        shipped.put(name, new SourceProfileView(profile, 1, true, null, null));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** The newest version of a profile that an import names. */
  SourceProfileView newest(@Nullable String name) {
    return Optional.ofNullable(name)
        .flatMap(this::find)
        .orElseThrow(
            () ->
                Problem.badRequest(
                        "unknown-profile",
                        "profile names one of GET /trade/v1/source-profiles, such as "
                            + SHIPPED.getFirst()
                            + ".")
                    .at("query:profile", "is not a source profile"));
  }

  Optional<SourceProfileView> find(String name) {
    return Optional.ofNullable(shipped.get(name))
        .or(
            () ->
                database.first(
                    COLUMNS + "where name = ? order by version desc limit 1", this::view, name));
  }

  Optional<SourceProfileView> find(String name, int version) {
    return Optional.ofNullable(shipped.get(name))
        .filter(view -> view.version() == version)
        .or(
            () ->
                database.first(
                    COLUMNS + "where name = ? and version = ?", this::view, name, version));
  }

  /** The newest version of each, by name. */
  List<SourceProfileView> after(String name, int limit) {
    var all = new ArrayList<>(shipped.values());
    all.addAll(
        database.list(
            """
            select distinct on (name) document, version, created_by, created_at from source_profile
            where name > ? order by name, version desc limit ?
            """,
            this::view,
            name,
            limit));
    return all.stream()
        .filter(view -> view.profile().name().compareTo(name) > 0)
        .sorted((left, right) -> left.profile().name().compareTo(right.profile().name()))
        .limit(limit)
        .toList();
  }

  /** Adds a version, one above {@code known}; refused if somebody else did so meanwhile. */
  @Transactional
  public SourceProfileView add(SourceProfile profile, int known, String author) {
    if (shipped.containsKey(profile.name())) {
      throw Problem.conflict(
          "shipped-profile", "A profile of this name ships with the product; choose another name.");
    }
    int added =
        database.update(
            """
            insert into source_profile (name, version, document, created_by, created_at)
            select ?, ?, ?::jsonb, ?, ?
            where (select coalesce(max(version), 0) from source_profile where name = ?) = ?
            on conflict do nothing
            """,
            profile.name(),
            known + 1,
            text(profile),
            author,
            clock.instant(),
            profile.name(),
            known);
    if (added == 0) {
      throw Problem.conflict(
          "profile-exists", "There is such a profile already: read it, then PUT a new version.");
    }
    return find(profile.name(), known + 1).orElseThrow();
  }

  private String text(SourceProfile profile) {
    try {
      return json.writeValueAsString(profile);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private SourceProfileView view(ResultSet row) throws SQLException {
    try {
      return new SourceProfileView(
          json.readValue(row.getString("document"), SourceProfile.class),
          row.getInt("version"),
          false,
          row.getString("created_by"),
          row.getObject("created_at", OffsetDateTime.class).toInstant());
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A stored source profile cannot be read", broken);
    }
  }
}
