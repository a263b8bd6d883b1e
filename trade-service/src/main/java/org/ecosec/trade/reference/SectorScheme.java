package org.ecosec.trade.reference;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.ecosec.platform.problem.Problem;

/**
 * A named list of sector baskets: which product codes stand for a sector, and why each is in. A
 * basket is for watching; its codes may lie inside each other and are never simply summed.
 */
public record SectorScheme(String id, String title, String source, List<Basket> baskets) {

  private static final int MAX_BASKETS = 100;
  private static final int MAX_CODES = 5_000;
  private static final int MAX_TEXT = 500;
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

  public SectorScheme {
    slug("/id", id);
    text("/title", title);
    text("/source", source);
    if (baskets == null || baskets.isEmpty() || baskets.size() > MAX_BASKETS) {
      throw wrong("/baskets", "takes 1 to " + MAX_BASKETS + " baskets");
    }
    baskets = List.copyOf(baskets);
    var sectors = new HashSet<String>();
    int codes = 0;
    for (int i = 0; i < baskets.size(); i++) {
      if (!sectors.add(baskets.get(i).sector())) {
        throw wrong("/baskets/" + i + "/sector", "is there twice");
      }
      codes += baskets.get(i).codes().size();
    }
    if (codes > MAX_CODES) {
      throw wrong("/baskets", "has more than " + MAX_CODES + " codes");
    }
  }

  /** The codes of one sector. */
  public record Basket(String sector, String title, List<BasketCode> codes) {

    public Basket {
      slug("/baskets/sector", sector);
      text("/baskets/title", title);
      if (codes == null || codes.isEmpty()) {
        throw wrong("/baskets/codes", "has no code in " + sector);
      }
      codes = List.copyOf(codes);
      var seen = new HashSet<String>();
      for (BasketCode code : codes) {
        if (!seen.add(code.classification() + " " + code.code())) {
          throw wrong("/baskets/codes", code.code() + " is twice in " + sector);
        }
      }
    }
  }

  /** A product with the reason why it is in. */
  public record BasketCode(String classification, String code, String reason) {

    public BasketCode {
      capitals("/baskets/codes/classification", classification);
      capitals("/baskets/codes/code", code);
      text("/baskets/codes/reason", reason);
      if (classification.equals("HS") && !code.matches("\\d{2}|\\d{4}|\\d{6}")) {
        throw wrong("/baskets/codes/code", code + " is no HS code of 2, 4 or 6 digits");
      }
    }
  }

  private static void slug(String pointer, String value) {
    if (value == null || value.length() > 60 || !SLUG.matcher(value).matches()) {
      throw wrong(pointer, "takes lower-case words joined by dashes");
    }
  }

  private static void capitals(String pointer, String value) {
    if (value == null || !CODE.matcher(value).matches()) {
      throw wrong(pointer, "takes capital letters, digits and dashes");
    }
  }

  private static void text(String pointer, String value) {
    if (value == null || value.isBlank() || value.length() > MAX_TEXT || value.indexOf(0) >= 0) {
      throw wrong(pointer, "takes 1 to " + MAX_TEXT + " characters");
    }
  }

  private static Problem wrong(String pointer, String message) {
    return Problem.unprocessable(
            "bad-scheme", "A scheme has baskets of codes, each code with the reason it is in.")
        .at(pointer, message);
  }
}
