package org.ecosec.alerts.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/** Stores the rules of the product at the first start, before any signal is read. */
@ApplicationScoped
class ShippedRules {

  private static final Logger LOG = Logger.getLogger(ShippedRules.class);
  private static final Rules.Authors NOBODY = new Rules.Authors(null, null);
  private static final String RESOURCE = "/rules/shipped.json";

  private final Rules rules;
  private final ObjectMapper json;

  ShippedRules(Rules rules, ObjectMapper json) {
    this.rules = rules;
    this.json = json;
  }

  // Listeners start at a later priority: a signal must not pass before there are rules.
  @Transactional
  void load(@Observes @Priority(10) StartupEvent event) throws IOException {
    try (var stream = ShippedRules.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IOException("The resource " + RESOURCE + " is missing");
      }
      for (RuleDraft draft : List.of(json.readValue(stream, RuleDraft[].class))) {
        store(draft);
      }
    }
  }

  // A newer wording of ours is a new version; what a steward has changed stays as it is.
  private void store(RuleDraft draft) {
    var known = rules.find(draft.id());
    if (known.isPresent() && (known.get().draft().equals(draft) || !rules.isShipped(draft.id()))) {
      return;
    }
    int version = known.map(Rule::version).orElse(0) + 1;
    if (rules.add(new Rule(draft, version), NOBODY)) {
      LOG.infof("Rule %s is stored as version %d", draft.id(), version);
    }
  }
}
