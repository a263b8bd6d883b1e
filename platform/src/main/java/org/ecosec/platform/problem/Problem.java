package org.ecosec.platform.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * A refusal that the caller can act on: an HTTP status, a stable slug, a sentence that says what to
 * do, and a pointer to each wrong field. Rendered as RFC 9457 {@code application/problem+json}.
 */
public final class Problem extends RuntimeException {

  private final int status;
  private final String slug;
  private final String detail;
  private final List<FieldError> errors = new ArrayList<>();

  /** One wrong field: a JSON pointer into the body, or {@code query:name} for a parameter. */
  public record FieldError(String pointer, String message) {}

  public Problem(int status, String slug, String detail) {
    super(status + " " + slug + ": " + detail);
    this.status = status;
    this.slug = slug;
    this.detail = detail;
  }

  public static Problem badRequest(String slug, String detail) {
    return new Problem(400, slug, detail);
  }

  public static Problem notFound(String slug, String detail) {
    return new Problem(404, slug, detail);
  }

  public static Problem conflict(String slug, String detail) {
    return new Problem(409, slug, detail);
  }

  public static Problem unprocessable(String slug, String detail) {
    return new Problem(422, slug, detail);
  }

  /** Adds a pointer to a wrong field. */
  public Problem at(String pointer, String message) {
    errors.add(new FieldError(pointer, message));
    return this;
  }

  public int status() {
    return status;
  }

  public String slug() {
    return slug;
  }

  public String detail() {
    return detail;
  }

  public List<FieldError> errors() {
    return List.copyOf(errors);
  }
}
