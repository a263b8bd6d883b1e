package org.ecosec.investment.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ecosec.platform.security.HandlingLevel;

/** What holds of a new fact whose file does not say it: its handling level and source. */
record Defaults(ObjectMapper json, HandlingLevel handling, String source) {

  ObjectNode of(FactKind kind) {
    var otherwise = json.createObjectNode();
    switch (kind) {
      case PLEDGE -> otherwise.put("handling", handling.name());
      case PROJECT, MILESTONE, TRANSACTION ->
          otherwise.put("handling", handling.name()).put("source", source);
      case IATI_ACTIVITY, EXCHANGE_RATE -> {
        // Public, and without a source of its own.
      }
    }
    return otherwise;
  }
}
