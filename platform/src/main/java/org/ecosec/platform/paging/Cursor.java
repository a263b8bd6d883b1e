package org.ecosec.platform.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import org.ecosec.platform.problem.Problem;

/** An opaque place in a list: the sort key of the last item that was seen. */
public final class Cursor {

  private static final String SEPARATOR = "\u001f";

  private Cursor() {}

  public static String encode(String... key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(SEPARATOR, key).getBytes(UTF_8));
  }

  /** The parts of the key; a cursor that is not ours is refused. */
  public static List<String> decode(String cursor, int parts) {
    try {
      var key =
          List.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(SEPARATOR, -1));
      if (key.size() == parts) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // Refused below, as a cursor with the wrong number of parts is.
    }
    throw notOurs();
  }

  /** A part of a key that is a number. */
  public static long number(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException notANumber) {
      throw notOurs();
    }
  }

  private static Problem notOurs() {
    return Problem.badRequest(
            "bad-cursor", "Take the cursor from the next field of a page, unchanged.")
        .at("query:cursor", "is not a cursor of this list");
  }
}
