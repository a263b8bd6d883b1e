package org.ecosec.trade.indicator;

import java.math.BigDecimal;
import java.util.function.Function;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** By which figure a list is sorted; what is null comes last whichever way. */
record ConcentrationSort(Figure figure, boolean largestFirst) {

  /** Above every figure: where a missing one is placed. */
  static final String LAST = "Infinity";

  /** What a list can be sorted by: its name, its column and where a view has it. */
  enum Figure {
    HHI("hhi", "hhi", ConcentrationView::hhi),
    HHI_LOWER("hhiLower", "hhi_lower", ConcentrationView::hhiLower),
    HHI_UPPER("hhiUpper", "hhi_upper", ConcentrationView::hhiUpper),
    HHI_NORMALISED("hhiNormalised", "hhi_normalised", ConcentrationView::hhiNormalised),
    EFFECTIVE("effectiveSuppliers", "effective_suppliers", ConcentrationView::effectiveSuppliers),
    SUPPLIERS("suppliers", "suppliers", view -> BigDecimal.valueOf(view.suppliers())),
    TOP1("top1Share", "top1_share", view -> view.top1() == null ? null : view.top1().share()),
    TOP3("top3Share", "top3_share", ConcentrationView::top3Share),
    COVERAGE("coverage", "coverage", ConcentrationView::coverage),
    TOTAL("totalUsd", "total_usd", ConcentrationView::totalUsd),
    UNALLOCATED("unallocatedUsd", "unallocated_usd", ConcentrationView::unallocatedUsd),
    RESIDUAL("residualUsd", "residual_usd", ConcentrationView::residualUsd),
    RE_IMPORTS("reImportsUsd", "re_imports_usd", ConcentrationView::reImportsUsd),
    LOSS("lossUsd", "top1_usd", ConcentrationView::lossUsd),
    LOSS_SHARE("lossShare", "top1_share_of_world", ConcentrationView::lossShare),
    QUANTITY("quantityHhi", "quantity_hhi", view -> view.quantity().hhi());

    private final String parameter;
    private final String column;

    // Method references hold nothing that could change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<ConcentrationView, @Nullable BigDecimal> value;

    Figure(
        String parameter, String column, Function<ConcentrationView, @Nullable BigDecimal> value) {
      this.parameter = parameter;
      this.column = column;
      this.value = value;
    }
  }

  /** Null for the order of the key. */
  static @Nullable ConcentrationSort parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    boolean largestFirst = text.startsWith("-");
    var name = largestFirst ? text.substring(1) : text;
    for (Figure figure : Figure.values()) {
      if (figure.parameter.equals(name)) {
        return new ConcentrationSort(figure, largestFirst);
      }
    }
    throw Problem.badRequest(
            "bad-sort", "sort is one of the figures that the API description names, or absent.")
        .at("query:sort", "is unknown");
  }

  /** A value of SQL that is smaller the earlier an item comes. */
  String column() {
    return "coalesce(%s%s, '%s'::numeric)".formatted(largestFirst ? "-" : "", figure.column, LAST);
  }

  /** The same of an item, for the cursor. */
  String place(ConcentrationView view) {
    var value = figure.value.apply(view);
    if (value == null) {
      return LAST;
    }
    return (largestFirst ? value.negate() : value).toPlainString();
  }

  /** Refuses a cursor that is not of this list. */
  static String checked(String place) {
    if (!place.equals(LAST) && !place.matches("-?\\d{1,40}(\\.\\d{1,40})?")) {
      throw Problem.badRequest(
              "bad-cursor", "Take the cursor from the next field of a page, unchanged.")
          .at("query:cursor", "is not a cursor of this list");
    }
    return place;
  }
}
