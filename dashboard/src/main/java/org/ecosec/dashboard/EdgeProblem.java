package org.ecosec.dashboard;

import io.vertx.core.json.JsonObject;

/** A problem document (RFC 9457) of the edge itself; all others come from the services. */
record EdgeProblem(int status, String slug, String title, String detail) {
  static final String MEDIA_TYPE = "application/problem+json";

  String json() {
    return new JsonObject()
        .put("type", "urn:ecosec:problem:" + slug)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .encode();
  }
}
