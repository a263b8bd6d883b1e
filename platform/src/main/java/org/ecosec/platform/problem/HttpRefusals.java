package org.ecosec.platform.problem;

/** The sentence for each refusal that HTTP itself makes, before a resource is reached. */
final class HttpRefusals {

  private HttpRefusals() {}

  static Problem of(int status) {
    return switch (status) {
      case 400 ->
          new Problem(400, "bad-request", "A parameter or the body cannot be read; see /openapi.");
      case 404 ->
          new Problem(404, "unknown-path", "Nothing is served here; the OpenAPI lists the paths.");
      case 405 -> new Problem(405, "method-not-allowed", "This path does not take that method.");
      case 406 ->
          new Problem(406, "not-acceptable", "Ask for application/json, or text/csv for lists.");
      case 413 ->
          new Problem(
              413, "body-too-large", "Send a smaller body; the limits are in the API description.");
      case 415 ->
          new Problem(415, "unsupported-media-type", "Send the Content-Type that the API names.");
      default ->
          status < 500
              ? new Problem(status, "refused", "The request was refused; see the API description.")
              : new Problem(
                  status, "internal-error", "This is our fault and is logged; try again later.");
    };
  }
}
