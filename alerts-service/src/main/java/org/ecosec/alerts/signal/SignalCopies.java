package org.ecosec.alerts.signal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;

/** This service's own copies of other services' states, each with the revisions it was known in. */
@ApplicationScoped
public class SignalCopies {

  private static final String KNOWN_AT =
      " and from_revision <= ? and (to_revision is null or to_revision > ?)";

  private final Database sql;
  private final SignalJson json;

  SignalCopies(Database sql, SignalJson json) {
    this.sql = sql;
    this.json = json;
  }

  /** Closes what was known of the key and adds the new state. */
  void put(News news, HandlingLevel handling, long revision) {
    var topic = news.event().topic();
    var key = news.event().key();
    sql.update(
        "update signal_copy set to_revision = ? where topic = ? and record_key = ? and to_revision is null",
        revision,
        topic,
        key);
    sql.update(
        "insert into signal_copy (topic, record_key, from_revision, payload, handling) values (?, ?, ?, ?, ?)",
        topic,
        key,
        revision,
        news.text(),
        handling);
  }

  /** A state as it is kept. */
  record Kept(String key, String payload) {}

  /** The current states of a topic, by key, after one. */
  List<Kept> after(String topic, String key, int limit) {
    return sql.list(
        "select record_key, payload from signal_copy where topic = ? and record_key > ?"
            + " and to_revision is null order by record_key limit ?",
        row -> new Kept(row.getString(1), row.getString(2)),
        topic,
        key,
        limit);
  }

  <T> Optional<T> current(String topic, String key, Class<T> type) {
    return find(topic, key, type, Long.MAX_VALUE - 1);
  }

  /** The state of a key as it was known at a revision of this service. */
  public <T> Optional<T> find(String topic, String key, Class<T> type, long revision) {
    return sql.first(
            "select payload from signal_copy where topic = ? and record_key = ?" + KNOWN_AT,
            row -> row.getString(1),
            topic,
            key,
            revision,
            revision)
        .map(payload -> json.stored(payload, type));
  }

  /** The exposures to a measure, by importer. */
  public List<ExposureNews> exposures(String measureId, long revision) {
    return sql
        .list(
            "select payload from signal_copy where topic = '"
                + Topics.EXPOSURES
                + "' and split_part(record_key, '|', 1) = ?"
                + KNOWN_AT
                + " order by record_key",
            row -> row.getString(1),
            measureId,
            revision,
            revision)
        .stream()
        .map(payload -> json.stored(payload, ExposureNews.class))
        .toList();
  }

  /** The sectors that the indicators of an importer name for the products of its exposure. */
  List<String> sectors(ExposureNews exposure) {
    return sql
        .list(
            "select payload from signal_copy where topic = '"
                + Topics.INDICATORS
                + "' and to_revision is null and starts_with(record_key, ?)"
                + " and split_part(record_key, '|', 3) = any(?)",
            row -> row.getString(1),
            exposure.importer() + "|",
            exposure.products())
        .stream()
        .flatMap(payload -> json.stored(payload, IndicatorNews.class).sectors().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Whether a watched product begins so or is the beginning of this one; also while nothing is
   * known of any product, as on an empty platform.
   */
  public boolean knowsProduct(String product) {
    return sql.number(
                """
            select count(*) from (
              select split_part(record_key, '|', 3) as code from signal_copy
              where topic = ? and to_revision is null
              union select code->>'code' from signal_copy,
                json_array_elements(payload::json->'codes') as code
              where topic = ? and to_revision is null) known
            where starts_with(code, ?) or starts_with(?, code)
            """,
                Topics.INDICATORS,
                Topics.MEASURES,
                product,
                product)
            > 0
        || sql.number(
                "select count(*) from (select 1 from signal_copy where topic in (?, ?) limit 1) any_one",
                Topics.INDICATORS,
                Topics.MEASURES)
            == 0;
  }

  /** The projects that count toward a pledge, by id. */
  List<ProjectNews> projectsOf(String pledgeId) {
    return sql
        .list(
            "select payload from signal_copy where topic = '"
                + Topics.PROJECTS
                + "' and to_revision is null and (payload::jsonb -> 'pledges')"
                + " @> jsonb_build_array(jsonb_build_object('pledgeId', ?::text)) order by record_key",
            row -> row.getString(1),
            pledgeId)
        .stream()
        .map(payload -> json.stored(payload, ProjectNews.class))
        .toList();
  }

  /**
   * All projects that the caller may see, by id; a second publisher's report is none of its own.
   */
  public List<ProjectNews> projects(long revision) {
    return sql
        .list(
            "select payload from signal_copy where topic = '"
                + Topics.PROJECTS
                + "' and payload::jsonb ->> 'sameAs' is null"
                + KNOWN_AT
                + " order by record_key",
            row -> row.getString(1),
            revision,
            revision)
        .stream()
        .map(payload -> json.stored(payload, ProjectNews.class))
        .toList();
  }
}
