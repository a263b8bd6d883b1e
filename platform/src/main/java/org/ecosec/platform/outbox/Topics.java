package org.ecosec.platform.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates this service's topics where no operator has done so; existing ones are left alone. */
@ApplicationScoped
class Topics {

  private final OutboxConfig config;
  private final Map<String, Object> kafka;

  Topics(OutboxConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.config = config;
    this.kafka = kafka;
  }

  void create() throws InterruptedException {
    var wanted = new ArrayList<NewTopic>();
    config
        .topics()
        .forEach(
            (name, policy) ->
                wanted.add(
                    new NewTopic(name, config.partitions(), config.replication())
                        .configs(Map.of("cleanup.policy", policy))));
    try (Admin admin = Admin.create(new HashMap<>(kafka))) {
      for (var created : admin.createTopics(wanted).values().entrySet()) {
        try {
          created.getValue().get();
        } catch (ExecutionException failure) {
          if (!(failure.getCause() instanceof TopicExistsException)) {
            throw new IllegalStateException(
                "Topic " + created.getKey() + " cannot be created", failure);
          }
        }
      }
    }
  }
}
