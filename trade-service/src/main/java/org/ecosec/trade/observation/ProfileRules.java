package org.ecosec.trade.observation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What a source profile must hold to be one; each refusal names the field. */
final class ProfileRules {

  static final String ID = "[a-z0-9][a-z0-9-]{1,60}";
  private static final int MAX_COLUMN = 100;
  private static final int MAX_PARTNERS = 2_000;
  private static final int MAX_VALUES = 8;
  private static final int MAX_FLOWS = 50;
  private static final BigDecimal MAX_UNIT = new BigDecimal("1000000000000");

  private ProfileRules() {}

  static void check(@Nullable String name, @Nullable String source, @Nullable String reporter) {
    matches("name", name, ID, "has lower-case letters, digits and dashes");
    matches("source", source, ID, "has lower-case letters, digits and dashes");
    matches("reporter", reporter, "[A-Z][A-Z0-9]{2}", "is an alpha-3 code of an economy");
  }

  static void checkClassification(
      @Nullable String classification, @Nullable String edition, @Nullable String valuation) {
    matches(
        "classification", classification, "[A-Z][A-Z0-9-]{1,30}", "is HS or a name such as JP-PC");
    if (edition != null) {
      matches("edition", edition, "(19|20)\\d{2}", "is the year of an edition");
    }
    if (valuation != null && !Set.of("CIF", "FOB").contains(valuation)) {
      throw wrong("valuation", "is CIF, FOB or null: CIF for imports and FOB for exports");
    }
  }

  static void checkUnit(@Nullable String currency, @Nullable BigDecimal unit) {
    matches("currency", currency, "[A-Z]{3}", "is an ISO 4217 code");
    if (unit == null || unit.signum() <= 0 || unit.compareTo(MAX_UNIT) > 0) {
      throw wrong("unit", "is over 0 and at most 10^12: what a 1 in the file stands for");
    }
  }

  static void checkFlows(
      @Nullable List<SourceProfile.ValueColumn> values, SourceProfile.@Nullable FlowColumn flow) {
    if (values == null || values.isEmpty() || values.size() > MAX_VALUES) {
      throw wrong("values", "has 1 to " + MAX_VALUES + " columns");
    }
    var flows = new HashSet<Flow>();
    for (var value : values) {
      if (flow == null && value.flow() == null) {
        throw wrong("values", "need a flow each, where no flow column says it");
      }
      if (flow != null && (values.size() > 1 || value.flow() != null)) {
        throw wrong("values", "is one column without a flow, where a flow column says it");
      }
      if (value.flow() != null && !flows.add(value.flow())) {
        throw wrong("values", "has two columns of one flow");
      }
    }
  }

  static void checkPartners(Map<String, String> codes) {
    if (codes.size() > MAX_PARTNERS) {
      throw wrong("partner.codes", "has at most " + MAX_PARTNERS + " names");
    }
    codes.forEach(
        (name, code) -> {
          checkColumn("partner.codes", name);
          matches("partner.codes." + name, code, "SKIP|[A-Z][A-Z0-9]{2,3}", "is a code or SKIP");
        });
  }

  static void checkProduct(
      @Nullable String column, @Nullable String constant, @Nullable String names) {
    if ((column == null) == (constant == null)) {
      throw wrong("product", "has either a column or a constant");
    }
    checkColumn("product.column", column);
    if (constant != null) {
      matches("product.constant", constant, MappedRows.CODE, "is a product code");
    }
    if (names != null && !names.equals(MappedRows.JAPAN_LIST)) {
      throw wrong(
          "product.names", "is " + MappedRows.JAPAN_LIST + ", the list that ships, or null");
    }
  }

  static void needColumn(String field, @Nullable String column) {
    need(field, column);
    checkColumn(field, column);
  }

  static void checkColumn(String field, @Nullable String column) {
    if (column != null
        && (column.isBlank()
            || column.length() > MAX_COLUMN
            || column.codePoints().anyMatch(ProfileRules::isNoText))) {
      throw wrong(field, "has 1 to " + MAX_COLUMN + " printable characters");
    }
  }

  static Map<String, Flow> flows(@Nullable Map<String, Flow> codes) {
    if (codes == null || codes.isEmpty() || codes.size() > MAX_FLOWS || codes.containsValue(null)) {
      throw wrong("flow.codes", "says of 1 to " + MAX_FLOWS + " texts which flow each is");
    }
    codes.keySet().forEach(text -> checkColumn("flow.codes", text));
    return Map.copyOf(codes);
  }

  // Control characters, and halves of characters that no encoding can write.
  private static boolean isNoText(int point) {
    return Character.isISOControl(point)
        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  static void need(String field, @Nullable Object value) {
    if (value == null) {
      throw wrong(field, "is missing");
    }
  }

  private static void matches(
      String field, @Nullable String value, String pattern, String sentence) {
    if (value == null || !value.matches(pattern)) {
      throw wrong(field, sentence);
    }
  }

  static Problem wrong(String field, String sentence) {
    return Problem.unprocessable(
            "bad-source-profile", "The profile's " + field + " " + sentence + ".")
        .at("/" + field.replace('.', '/'), sentence);
  }
}
