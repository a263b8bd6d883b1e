package org.ecosec.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Renders every failure of a request as a problem document; the only place that does. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public RestResponse<ProblemDocument> refusal(Problem problem) {
    return ProblemDocument.response(problem);
  }

  @ServerExceptionMapper
  public RestResponse<ProblemDocument> unauthenticated(UnauthorizedException failure) {
    return unauthorized();
  }

  @ServerExceptionMapper
  public RestResponse<ProblemDocument> badToken(AuthenticationFailedException failure) {
    return unauthorized();
  }

  @ServerExceptionMapper
  public RestResponse<ProblemDocument> forbidden(ForbiddenException failure) {
    return ProblemDocument.response(
        new Problem(
            403, "forbidden", "Your token lacks the role for this; ask an operator for one."));
  }

  @ServerExceptionMapper
  public RestResponse<ProblemDocument> wrongField(MismatchedInputException failure) {
    return ProblemDocument.response(problemOf(failure));
  }

  @ServerExceptionMapper
  public RestResponse<ProblemDocument> malformed(JsonProcessingException failure) {
    return ProblemDocument.response(problemOf(failure));
  }

  @ServerExceptionMapper
  public RestResponse<ProblemDocument> protocol(WebApplicationException failure) {
    return ProblemDocument.response(
        failure.getCause() instanceof JsonProcessingException json
            ? problemOf(json)
            : HttpRefusals.of(failure.getResponse().getStatus()));
  }

  @ServerExceptionMapper
  public RestResponse<ProblemDocument> bug(Exception failure) {
    if (Outage.isBehind(failure)) {
      LOG.warnf("A request met an outage of the database: %s", failure);
      return away();
    }
    LOG.error("A request failed unexpectedly", failure);
    return ProblemDocument.response(HttpRefusals.of(500));
  }

  private static RestResponse<ProblemDocument> away() {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.SERVICE_UNAVAILABLE,
            ProblemDocument.of(
                new Problem(503, "database-away", "The database is away; try again in a moment.")))
        .header("Retry-After", "5")
        .type(ProblemDocument.MEDIA_TYPE)
        .build();
  }

  private static RestResponse<ProblemDocument> unauthorized() {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.UNAUTHORIZED,
            ProblemDocument.of(
                new Problem(
                    401,
                    "unauthenticated",
                    "Send a valid token: Authorization: Bearer <token>; locally, one for each role"
                        + " is in .local/tokens.")))
        .header("WWW-Authenticate", "Bearer")
        .type(ProblemDocument.MEDIA_TYPE)
        .build();
  }

  private static Problem problemOf(JsonProcessingException failure) {
    return switch (failure) {
      case ValueInstantiationException refused when refused.getCause() instanceof Problem problem ->
          problem;
      case JsonMappingException refused when refused.getCause() instanceof Problem problem ->
          problem;
      case UnrecognizedPropertyException unknown ->
          malformedBody().at(pointer(unknown), "is not a field of this resource; remove it");
      case MismatchedInputException wrong ->
          malformedBody().at(pointer(wrong), "is missing or has the wrong type");
      case JsonMappingException wrong -> malformedBody().at(pointer(wrong), "cannot be read");
      default -> malformedBody();
    };
  }

  private static Problem malformedBody() {
    return Problem.badRequest(
        "malformed-body", "The body is not the JSON that this resource takes; see its OpenAPI.");
  }

  private static String pointer(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .collect(Collectors.joining("/", "/", ""));
  }
}
