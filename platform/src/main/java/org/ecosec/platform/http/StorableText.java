package org.ecosec.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import org.ecosec.platform.problem.Problem;

/**
 * Refuses a parameter that no stored text can equal: PostgreSQL takes neither NUL nor half a
 * character.
 */
@Provider
public class StorableText implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    check("query:", request.getUriInfo().getQueryParameters());
    check("path:", request.getUriInfo().getPathParameters());
  }

  private static void check(String where, MultivaluedMap<String, String> parameters) {
    parameters.forEach(
        (name, values) -> {
          if (!values.stream().allMatch(StorableText::isStorable)) {
            throw Problem.badRequest(
                    "bad-character", "A parameter holds a NUL or half a character; leave it out.")
                .at(where + name, "holds a character that no text has");
          }
        });
  }

  private static boolean isStorable(String text) {
    return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
  }
}
