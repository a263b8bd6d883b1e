package org.ecosec.trade.indicator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** Thresholds with who uses them; a test against one is strict, with a guard of 1e-12. */
@ConfigMapping(prefix = "ecosec.indicators")
public interface IndicatorConfig {

  /** HHI over suppliers above which imports are concentrated (GeoDep C1). */
  @WithDefault("0.40")
  double concentrationThreshold();

  @WithDefault("European Commission, SWD(2021) 352; CEPII GeoDep")
  String concentrationCitation();

  /** HHI over exporters above which the world's supply is concentrated (GeoDep C2). */
  @WithDefault("0.40")
  double worldExportThreshold();

  @WithDefault("CEPII GeoDep, criterion 2")
  String worldExportCitation();

  /** Imports over own exports above which imports cannot be replaced by them (GeoDep C3). */
  @WithDefault("1")
  double importsToExportsThreshold();

  @WithDefault("CEPII GeoDep, criterion 3; EU CDI 3")
  String importsToExportsCitation();

  /** Years of the last three in which all criteria must hold (GeoDep C4). */
  @WithDefault("2")
  int yearsOfThree();

  @WithDefault("CEPII GeoDep, criterion 4")
  String yearsCitation();

  /** Share of imports from outside the bloc above which EU CDI 2 holds. */
  @WithDefault("0.5")
  double outsideBlocThreshold();

  @WithDefault("European Commission, SWD(2021) 352, CDI 2")
  String outsideBlocCitation();

  /**
   * Economies that must report a product's trade before its exporters can be called the world's.
   */
  @WithDefault("20")
  int worldReporters();

  /** How much an import value exceeds the export value of the same goods. */
  @WithDefault("1.06")
  BigDecimal cifOverFob();

  @WithDefault("IMF, Direction of Trade Statistics, 2017")
  String cifOverFobCitation();
}
