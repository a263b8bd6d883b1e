package org.ecosec.investment.change;

import static com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Remembers what was told of each key of a topic, so that only news are told, and told beside what
 * was before. The day, the revision and the like are no news.
 */
@ApplicationScoped
public class Told {

  private static final String BEFORE =
      "select said from told where topic = :topic and record_key = :key";

  private static final String REMEMBER =
      """
      insert into told (topic, record_key, revision, said)
      values (:topic, :key, :revision, :said)
      on conflict (topic, record_key) do update
      set revision = excluded.revision, said = excluded.said
      """;

  private final Session session;
  private final ObjectMapper json;

  Told(Session session, ObjectMapper json) {
    this.session = session;
    this.json = json;
  }

  /** What is to be told, with {@code old} beside it; empty if it was told before. */
  public Optional<ObjectNode> news(Message message) {
    ObjectNode payload = json.valueToTree(message.payload());
    var said = payload.deepCopy().without(message.noNews());
    var before = before(message);
    if (before.equals(Optional.of(said.toString()))) {
      return Optional.empty();
    }
    session
        .createNativeMutationQuery(REMEMBER)
        .setParameter("topic", message.topic())
        .setParameter("key", message.key())
        .setParameter("revision", message.revision())
        .setParameter("said", said.toString())
        .executeUpdate();
    return Optional.of(payload.set("old", old(before.map(this::parse), message.compared())));
  }

  private Optional<String> before(Message message) {
    return session
        .createNativeQuery(BEFORE, String.class)
        .setParameter("topic", message.topic())
        .setParameter("key", message.key())
        .uniqueResultOptional();
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
   * What there is to tell of a key.
   *
   * @param noNews the fields whose change alone is not told
   * @param compared the fields that {@code old} shows
   */
  public record Message(
      String topic,
      String key,
      long revision,
      Object payload,
      List<String> noNews,
      List<String> compared) {}
}
