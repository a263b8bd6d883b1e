package org.ecosec.alerts.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import org.ecosec.alerts.signal.FactType;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.platform.problem.Problem;

/**
 * Conditions in the Common Expression Language over the facts of a kind of signal, type-checked and
 * bounded, without loops: the macros that make them are off. Thresholds go through {@code above}
 * and {@code below}, which are strict with a guard against rounding; amounts are decimals.
 */
public final class Conditions {

  /** Two figures closer than this are equal. */
  static final double GUARD = 1e-12;

  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_DEPTH = 24;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(MAX_LENGTH)
          .maxParseRecursionDepth(MAX_DEPTH)
          .comprehensionMaxIterations(0)
          .maxRegexProgramSize(200)
          .build();

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder()
          .setOptions(OPTIONS)
          .addFunctionBindings(
              CelFunctionBinding.from("above", Double.class, Double.class, Conditions::above),
              CelFunctionBinding.from("below", Double.class, Double.class, Conditions::below))
          .addFunctionBindings(DecimalLibrary.bindings())
          .build();

  private Conditions() {}

  /** Compiles, or refuses with a sentence that says where the text is wrong. */
  public static Condition compile(SignalKind kind, String field, String text) {
    try {
      var checked = checked(kind, text);
      Literals.of(checked).decimals().forEach(Decimal::of);
      return new Condition(kind, RUNTIME.createProgram(checked));
    } catch (CelValidationException | CelEvaluationException | IllegalArgumentException wrong) {
      throw refused(field, String.valueOf(wrong.getMessage()));
    }
  }

  static CelAbstractSyntaxTree checked(SignalKind kind, String text) throws CelValidationException {
    return compiler(kind).compile(text).getAst();
  }

  static boolean above(double figure, double threshold) {
    return figure > threshold + GUARD;
  }

  static boolean below(double figure, double threshold) {
    return figure < threshold - GUARD;
  }

  private static Problem refused(String field, String message) {
    return Problem.unprocessable(
            "bad-condition",
            "A condition must be a CEL expression over the facts of its kind that is true or false.")
        .at("/" + field, message);
  }

  private static CelCompiler compiler(SignalKind kind) {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setResultType(SimpleType.BOOL)
            .addFunctionDeclarations(comparison("above"), comparison("below"))
            .addFunctionDeclarations(DecimalLibrary.declarations());
    kind.facts().forEach((name, type) -> builder.addVar(name, celType(type)));
    return builder.build();
  }

  private static CelFunctionDecl comparison(String name) {
    return CelFunctionDecl.newFunctionDeclaration(
        name,
        CelOverloadDecl.newGlobalOverload(
            name, SimpleType.BOOL, SimpleType.DOUBLE, SimpleType.DOUBLE));
  }

  private static CelType celType(FactType type) {
    return switch (type) {
      case TEXT -> SimpleType.STRING;
      case AMOUNT -> DecimalLibrary.TYPE;
      case NUMBER -> SimpleType.DOUBLE;
      case FLAG -> SimpleType.BOOL;
      case TEXTS -> ListType.create(SimpleType.STRING);
    };
  }
}
