package org.ecosec.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** The body of every error answer (RFC 9457). {@code type} ends in the problem's stable slug. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
    String type, String title, int status, String detail, List<Problem.FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPE_PREFIX = "urn:ecosec:problem:";

  public static ProblemDocument of(Problem problem) {
    return new ProblemDocument(
        TYPE_PREFIX + problem.slug(),
        title(problem.status()),
        problem.status(),
        problem.detail(),
        problem.errors());
  }

  public static RestResponse<ProblemDocument> response(Problem problem) {
    return RestResponse.ResponseBuilder.<ProblemDocument>create(problem.status())
        .entity(of(problem))
        .type(MediaType.valueOf(MEDIA_TYPE))
        .build();
  }

  private static String title(int status) {
    var known = Response.Status.fromStatusCode(status);
    return known != null
        ? known.getReasonPhrase()
        : switch (status) {
          case 422 -> "Unprocessable Content";
          case 428 -> "Precondition Required";
          default -> "Error";
        };
  }
}
