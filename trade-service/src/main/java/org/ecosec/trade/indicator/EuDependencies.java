package org.ecosec.trade.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.ecosec.trade.indicator.math.Concentration;
import org.ecosec.trade.indicator.math.GeoDep;
import org.ecosec.trade.indicator.math.GeoDep.Answer;
import org.ecosec.trade.indicator.math.Supplies;
import org.jspecify.annotations.Nullable;

/**
 * The three core dependency indicators of the European Commission (SWD(2021) 352) for one cell: a
 * detail beside GeoDep's verdict, never a verdict of its own. An importer outside the Union has no
 * bloc: all its suppliers are outside.
 */
@ApplicationScoped
class EuDependencies {

  private static final int DECIMALS = 12;
  private static final Set<String> EU =
      Set.of(
          "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN",
          "IRL", "ITA", "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP",
          "SWE");

  private final Concentrations concentrations;
  private final SupplierInputs inputs;
  private final IndicatorConfig config;

  EuDependencies(Concentrations concentrations, SupplierInputs inputs, IndicatorConfig config) {
    this.concentrations = concentrations;
    this.inputs = inputs;
    this.config = config;
  }

  /**
   * CDI 1: concentration of suppliers outside the bloc; CDI 2: their share of all imports; CDI 3:
   * imports from them over own exports.
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record EuCdi(
      @Nullable String bloc,
      @Nullable BigDecimal cdi1Lower,
      @Nullable BigDecimal cdi1Upper,
      Answer cdi1,
      @Nullable BigDecimal cdi2Value,
      Answer cdi2,
      @Nullable BigDecimal cdi3Value,
      Answer cdi3,
      Answer all,
      List<Threshold> thresholds) {}

  EuCdi of(DependencyView of, long revision) {
    var filter = new ConcentrationFilter();
    filter.importer = of.importer();
    filter.classification = of.classification();
    filter.product = of.product();
    filter.period = of.period();
    filter.source = of.source();
    var cell =
        inputs
            .expanded(
                concentrations.find(filter, new Concentrations.Range(revision, null, null, 1)))
            .getFirst();
    boolean member = EU.contains(of.importer());
    var outside = new Supplies();
    double outsideUsd = 0;
    for (SupplierInput input : rows(cell)) {
      if (input.role() == SupplierInput.Role.SUPPLIER
          && !(member && EU.contains(input.partner()))) {
        outside.add(input.partner(), input.valueUsd().doubleValue());
        outsideUsd += input.valueUsd().doubleValue();
      }
    }
    double open = cell.residualUsd().doubleValue();
    double unallocated = cell.unallocatedUsd().doubleValue();
    var hhi =
        Concentration.of(
            new Concentration.Inputs(
                outside, unallocated, 0, OptionalDouble.of(outsideUsd + unallocated + open)),
            config.concentrationThreshold());
    var cdi1 =
        hhi.hhiLower().isEmpty()
            ? Answer.UNKNOWN
            : GeoDep.above(
                hhi.hhiLower().getAsDouble(),
                hhi.hhiUpper().orElseThrow(),
                config.concentrationThreshold());
    double total = cell.totalUsd().doubleValue();
    var cdi2 =
        total > 0
            ? GeoDep.above(
                outsideUsd / total,
                (outsideUsd + open + unallocated) / total,
                config.outsideBlocThreshold())
            : Answer.UNKNOWN;
    var exports = of.exportsUsd();
    var ratio = exports == null ? null : GeoDep.importsToExports(outsideUsd, exports.doubleValue());
    var most =
        exports == null
            ? null
            : GeoDep.importsToExports(outsideUsd + open + unallocated, exports.doubleValue());
    var cdi3 =
        ratio == null || most == null
            ? Answer.UNKNOWN
            : GeoDep.above(ratio, most, config.importsToExportsThreshold());
    return new EuCdi(
        member ? "EU27" : null,
        Figures.share(hhi.hhiLower()),
        Figures.share(hhi.hhiUpper()),
        cdi1,
        total > 0 ? rounded(outsideUsd / total) : null,
        cdi2,
        ratio == null ? null : rounded(ratio),
        cdi3,
        new GeoDep.Year(cdi1, cdi2, cdi3).all(),
        List.of(
            Threshold.rule("CDI1", config.concentrationThreshold(), config.concentrationCitation()),
            Threshold.rule("CDI2", config.outsideBlocThreshold(), config.outsideBlocCitation()),
            Threshold.rule(
                "CDI3", config.importsToExportsThreshold(), config.importsToExportsCitation())));
  }

  private static List<SupplierInput> rows(ConcentrationView cell) {
    var rows = cell.inputs();
    return rows == null ? List.of() : rows;
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
