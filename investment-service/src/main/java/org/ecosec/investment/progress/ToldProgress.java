package org.ecosec.investment.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** Remembers what was told of each pledge, so that only news are told. */
@ApplicationScoped
class ToldProgress {

  private static final String REMEMBER =
      """
      insert into progress_told as t (pledge_id, revision, said)
      values (:pledge, :revision, :said)
      on conflict (pledge_id) do update set revision = excluded.revision, said = excluded.said
      where t.said <> excluded.said
      """;

  private static final List<String> NO_NEWS = List.of("on", "revision", "backfill");

  private final Session session;
  private final ObjectMapper json;

  ToldProgress(Session session, ObjectMapper json) {
    this.session = session;
    this.json = json;
  }

  /** True if this differs from what was told before, apart from its day and revision. */
  boolean isNews(ProgressChanged progress) {
    ObjectNode said = json.valueToTree(progress);
    return session
            .createNativeMutationQuery(REMEMBER)
            .setParameter("pledge", progress.pledgeId())
            .setParameter("revision", progress.revision())
            .setParameter("said", text(said.without(NO_NEWS)))
            .executeUpdate()
        == 1;
  }

  private String text(ObjectNode said) {
    try {
      return json.writeValueAsString(said);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
