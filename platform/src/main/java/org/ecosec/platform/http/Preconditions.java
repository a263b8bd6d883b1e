package org.ecosec.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Optimistic locking: a change names the version that it changes. */
@ApplicationScoped
public class Preconditions {

  private final Etags etags;

  Preconditions(Etags etags) {
    this.etags = etags;
  }

  /** Refuses a change without {@code If-Match} (428) or of another version (412). */
  public void check(@Nullable String ifMatch, Object currentView) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new Problem(
          428, "if-match-required", "Send If-Match with the ETag of the version that you change.");
    }
    var current = etags.of(currentView);
    if (!ifMatch.equals("*")
        && Arrays.stream(ifMatch.split(",", -1)).noneMatch(tag -> tag.strip().equals(current))) {
      throw new Problem(
          412,
          "changed-meanwhile",
          "Somebody changed it since you read it: read it again, then change.");
    }
  }

  public String etag(Object view) {
    return etags.of(view);
  }
}
