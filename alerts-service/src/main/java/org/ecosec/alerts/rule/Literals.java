package org.ecosec.alerts.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The texts that a condition compares with, as they stand in it. */
record Literals(List<CelCall> calls) {

  private static final String EQUALS = "_==_";
  private static final String IN = "@in";
  private static final String STARTS_WITH = "startsWith";

  static Literals of(CelAbstractSyntaxTree checked) {
    return new Literals(
        CelNavigableAst.fromAst(checked)
            .getRoot()
            .allNodes()
            .map(node -> node.expr())
            .filter(expression -> expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL)
            .map(CelExpr::call)
            .toList());
  }

  /** What is to be read as a decimal. */
  Stream<String> decimals() {
    return calls.stream()
        .filter(call -> Set.of("decimal", "amountAbove").contains(call.function()))
        .map(call -> call.args().getLast())
        .flatMap(argument -> text(argument).stream());
  }

  /** The values that a fact is asked to be, or to begin with. */
  Stream<String> wanted(String fact) {
    return calls.stream().flatMap(call -> wanted(fact, call));
  }

  private static Stream<String> wanted(String fact, CelCall call) {
    var arguments = call.args();
    return switch (call.function()) {
      case EQUALS ->
          isFact(fact, arguments.getFirst())
              ? text(arguments.getLast()).stream()
              : isFact(fact, arguments.getLast())
                  ? text(arguments.getFirst()).stream()
                  : Stream.empty();
      case IN -> isFact(fact, arguments.getFirst()) ? texts(arguments.getLast()) : Stream.empty();
      case STARTS_WITH ->
          call.target().filter(target -> isFact(fact, target)).isPresent()
              ? text(arguments.getFirst()).stream()
              : Stream.empty();
      default -> Stream.empty();
    };
  }

  private static Stream<String> texts(CelExpr expression) {
    return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST
        ? expression.list().elements().stream().flatMap(element -> text(element).stream())
        : Stream.empty();
  }

  private static boolean isFact(String fact, CelExpr expression) {
    return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
        && expression.ident().name().equals(fact);
  }

  private static Optional<String> text(CelExpr expression) {
    return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(expression.constant().stringValue())
        : Optional.empty();
  }
}
