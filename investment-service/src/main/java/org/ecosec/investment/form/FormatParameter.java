package org.ecosec.investment.form;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.ecosec.platform.problem.Problem;

/**
 * The query parameter {@code format} of a read says what the header {@code Accept} says, for a link
 * that a browser or a spreadsheet opens; where both are given, the parameter counts.
 */
@Provider
@PreMatching
public class FormatParameter implements ContainerRequestFilter {

  static final String NAME = "format";

  @Override
  public void filter(ContainerRequestContext request) {
    var format = request.getUriInfo().getQueryParameters().getFirst(NAME);
    if (format != null && request.getMethod().equals("GET")) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, mediaType(format));
    }
  }

  private static String mediaType(String format) {
    return switch (format) {
      case "json" -> "application/json";
      case "csv" -> "text/csv";
      default ->
          throw Problem.badRequest(
                  "unknown-format", "format is json or csv; leave it out for the Accept header.")
              .at("query:format", "is not a format of a read");
    };
  }
}
