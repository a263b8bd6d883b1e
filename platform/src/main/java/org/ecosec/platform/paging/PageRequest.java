package org.ecosec.platform.paging;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of every list: {@code limit} (1 to 1,000, by default 100) and {@code
 * cursor}.
 */
public class PageRequest {

  static final int DEFAULT_LIMIT = 100;
  static final int MAX_LIMIT = 1_000;

  @QueryParam("limit")
  @Parameter(description = "Items on a page, 1 to 1000; 100 if absent", example = "100")
  @Nullable String limit;

  @QueryParam("cursor")
  @Parameter(description = "The next field of the page before")
  @Nullable String cursor;

  public int limit() {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    try {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= MAX_LIMIT) {
        return number;
      }
    } catch (NumberFormatException wrong) {
      // Refused below, as a number out of range is.
    }
    throw Problem.badRequest("bad-limit", "limit takes a whole number from 1 to " + MAX_LIMIT + ".")
        .at("query:limit", "is not a whole number from 1 to " + MAX_LIMIT);
  }

  /** The sort key after which the page starts, empty for the first page. */
  public Optional<List<String>> after(int parts) {
    return Optional.ofNullable(cursor).map(text -> Cursor.decode(text, parts));
  }
}
