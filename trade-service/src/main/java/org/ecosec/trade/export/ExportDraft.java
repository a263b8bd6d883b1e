package org.ecosec.trade.export;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.platform.problem.Problem;

/** Which list is wanted as a file: its path, and its query parameters but limit and cursor. */
public record ExportDraft(
    @Schema(examples = "/trade/v1/observations") String list, Map<String, String> query) {

  private static final int MAX_TEXT = 500;

  public ExportDraft {
    if (list == null || list.length() > MAX_TEXT) {
      throw Problem.badRequest(
              "no-list", "Name the path of a list, such as /trade/v1/observations.")
          .at("/list", "is missing or too long");
    }
    query = query == null ? Map.of() : Map.copyOf(query);
    for (var parameter : query.entrySet()) {
      if (parameter.getValue().length() > MAX_TEXT) {
        throw Problem.badRequest("long-value", "A value takes at most " + MAX_TEXT + " characters.")
            .at("/query/" + parameter.getKey(), "is too long");
      }
    }
  }
}
