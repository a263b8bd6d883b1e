package org.ecosec.investment.iati;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * In whose name projects are published that no other publisher reports. Without a ref they are left
 * out of the export: nobody else's name is put to them.
 */
@ConfigMapping(prefix = "ecosec.investment.iati.reporting-org")
public interface ReportingOrg {

  /** Organisation identifier, such as {@code GB-GOV-1}. */
  Optional<String> ref();

  /** Code of the list OrganisationType; 10 is a government. */
  @WithDefault("10")
  String type();

  Optional<String> name();
}
