package org.ecosec.trade.diversion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.diversion.WatchedTriangle.Ends;

/** The last outcome of each triangle that was ever consistent with diversion, append-only. */
@ApplicationScoped
class StoredOutcomes {

  private static final String OF_ENDS =
      " origin = ? and market = ? and classification = ? and product = ? and to_revision is null ";

  private final Database database;
  private final ObjectMapper json;

  StoredOutcomes(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** By hub. */
  Map<String, Outcome> open(Ends ends) {
    return database
        .list(
            "select document from diversion where" + OF_ENDS + "order by hub",
            row -> read(row.getString(1)),
            ends.origin(),
            ends.market(),
            ends.classification(),
            ends.product())
        .stream()
        .collect(Collectors.toMap(Outcome::hub, Function.identity()));
  }

  /** True the first time that these ends are looked at: what is found then is where they start. */
  boolean startsWatching(Ends ends, long revision) {
    return database.update(
            """
            insert into diversion_watched (origin, market, classification, product, from_revision)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """,
            ends.origin(),
            ends.market(),
            ends.classification(),
            ends.product(),
            revision)
        == 1;
  }

  void replace(Ends ends, Outcome outcome, long revision) {
    database.update(
        "update diversion set to_revision = ? where" + OF_ENDS + "and hub = ?",
        revision,
        ends.origin(),
        ends.market(),
        ends.classification(),
        ends.product(),
        outcome.hub());
    database.update(
        """
        insert into diversion
          (origin, market, classification, product, hub, document, from_revision)
        values (?, ?, ?, ?, ?, ?::jsonb, ?)
        """,
        ends.origin(),
        ends.market(),
        ends.classification(),
        ends.product(),
        outcome.hub(),
        write(outcome),
        revision);
  }

  private String write(Outcome outcome) {
    try {
      return json.writeValueAsString(outcome);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Outcome read(String document) {
    try {
      return json.readValue(document, Outcome.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
