package org.ecosec.alerts.rule;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.List;

/**
 * Decimals for conditions: {@code totalUsd > decimal('1000000')}. Facts that are amounts have this
 * type, and there is no way from a double to it, so that no amount is compared as one.
 */
final class DecimalLibrary {

  static final CelType TYPE = OpaqueType.create("decimal");

  private static final List<String> COMPARISONS = List.of("_<_", "_<=_", "_>_", "_>=_");

  private DecimalLibrary() {}

  static List<CelFunctionDecl> declarations() {
    var declarations = new ArrayList<CelFunctionDecl>();
    declarations.add(
        CelFunctionDecl.newFunctionDeclaration(
            "decimal",
            CelOverloadDecl.newGlobalOverload("decimal_of_text", TYPE, SimpleType.STRING)));
    declarations.add(
        CelFunctionDecl.newFunctionDeclaration(
            "amountAbove",
            CelOverloadDecl.newGlobalOverload(
                "amountAbove", SimpleType.BOOL, TYPE, SimpleType.STRING)));
    COMPARISONS.forEach(
        operator ->
            declarations.add(
                CelFunctionDecl.newFunctionDeclaration(
                    operator,
                    CelOverloadDecl.newGlobalOverload(
                        overload(operator), SimpleType.BOOL, TYPE, TYPE))));
    return declarations;
  }

  static List<CelFunctionBinding> bindings() {
    return List.of(
        CelFunctionBinding.from("decimal_of_text", String.class, Decimal::of),
        CelFunctionBinding.from(
            "amountAbove",
            Decimal.class,
            String.class,
            (amount, threshold) -> amount.compareTo(Decimal.of(threshold)) > 0),
        comparison("_<_", (left, right) -> left.compareTo(right) < 0),
        comparison("_<=_", (left, right) -> left.compareTo(right) <= 0),
        comparison("_>_", (left, right) -> left.compareTo(right) > 0),
        comparison("_>=_", (left, right) -> left.compareTo(right) >= 0));
  }

  private static CelFunctionBinding comparison(
      String operator, CelFunctionOverload.Binary<Decimal, Decimal> answer) {
    return CelFunctionBinding.from(overload(operator), Decimal.class, Decimal.class, answer);
  }

  private static String overload(String operator) {
    return "decimal" + operator;
  }
}
