package org.ecosec.investment.iati;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an activity is called here: what we publish ourselves comes back under its own id. */
public record ActivityNames(ReportingOrg own) {

  public boolean isOwn(String identifier) {
    return own.ref().filter(ref -> identifier.startsWith(ref + "-")).isPresent();
  }

  public String project(String identifier) {
    return isOwn(identifier)
        ? identifier.substring(own.ref().orElse("").length() + 1)
        : Identifiers.project(identifier);
  }

  public ObjectNode source(ObjectNode otherwise, String identifier) {
    return otherwise.has("source") && !isOwn(identifier)
        ? otherwise.put("source", "IATI: " + identifier)
        : otherwise;
  }
}
