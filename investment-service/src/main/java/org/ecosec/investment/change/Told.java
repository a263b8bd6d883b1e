package org.ecosec.investment.change;

import static com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.sql.Database;

/**
 * Remembers what was told of each key of a topic, so that only news are told, and told beside what
 * was before. The day, the revision and the like are no news.
 */
@ApplicationScoped
public class Told {

  private static final String BEFORE =
      "select record_key, said from told where topic = ? and record_key = any (?)";

  private static final String REMEMBER =
      """
      insert into told (topic, record_key, revision, said)
      select ?, key, ?, said from unnest(?::text[], ?::text[]) news (key, said)
      on conflict (topic, record_key) do update
      set revision = excluded.revision, said = excluded.said
      """;

  private final Database database;
  private final ObjectMapper json;

  Told(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * What is to be told of keys of one topic, each once, with {@code old} beside it; what was told
   * before is left out.
   */
  public List<OutboxEvent> news(Topic topic, long revision, Map<String, ?> states) {
    var before = before(topic, states.keySet());
    var news = new ArrayList<OutboxEvent>();
    var said = new LinkedHashMap<String, String>();
    states.forEach(
        (key, state) -> {
          ObjectNode payload = json.valueToTree(state);
          var saying = payload.deepCopy().without(topic.noNews()).toString();
          var earlier = Optional.ofNullable(before.get(key));
          if (!earlier.equals(Optional.of(saying))) {
            said.put(key, saying);
            payload.set("old", old(earlier.map(this::parse), topic.compared()));
            news.add(new OutboxEvent(topic.name(), key, payload));
          }
        });
    if (!said.isEmpty()) {
      database.update(REMEMBER, topic.name(), revision, said.keySet(), said.values());
    }
    return news;
  }

  private Map<String, String> before(Topic topic, Collection<String> keys) {
    var before = new HashMap<String, String>();
    database.each(
        BEFORE, row -> before.put(row.getString(1), row.getString(2)), topic.name(), keys);
    return before;
  }

  private static JsonNode old(Optional<JsonNode> before, List<String> compared) {
    if (before.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    var old = JsonNodeFactory.instance.objectNode();
    compared.forEach(
        field -> {
          if (before.get().has(field)) {
            old.set(field, before.get().get(field));
          }
        });
    return old;
  }

  private JsonNode parse(String said) {
    try {
      return json.reader().with(USE_BIG_DECIMAL_FOR_FLOATS).readTree(said);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * A topic as it is told.
   *
   * @param noNews the fields whose change alone is not told
   * @param compared the fields that {@code old} shows
   */
  public record Topic(String name, List<String> noNews, List<String> compared) {}
}
