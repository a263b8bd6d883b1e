package org.ecosec.trade.sdmx;

import java.util.Arrays;
import java.util.Set;
import org.ecosec.platform.problem.Problem;

/** What is served: one agency, one dataflow over one data structure. */
final class Artefact {

  static final String AGENCY = "ECOSEC";
  static final String AGENCY_NAME = "Economic Security Monitor";
  static final String ID = "TRADE";
  static final String VERSION = "1.0.0";
  static final String NAME = "Trade by reporter, partner and product";
  static final String CONCEPTS = "CS_TRADE";

  private static final Set<String> ANY = Set.of("*", "all", "");
  private static final Set<String> NEWEST =
      Set.of(
          "*", "all", "", "+", "~", "latest", VERSION, "1.0", "1.0+", "1.0.0+", "1+.0.0", "1.0+.0");

  private Artefact() {}

  static String urn(String type, String id) {
    var part =
        switch (type) {
          case "Codelist" -> "codelist";
          case "ConceptScheme", "Concept" -> "conceptscheme";
          case "AgencyScheme" -> "base";
          default -> "datastructure";
        };
    return "urn:sdmx:org.sdmx.infomodel.%s.%s=%s:%s(%s)".formatted(part, type, AGENCY, id, VERSION);
  }

  static String conceptUrn(String concept) {
    return urn("Concept", CONCEPTS) + "." + concept;
  }

  /** Refuses a context, agency, id or version under which there is nothing. */
  static void checkDataflow(String context, String agency, String id, String version) {
    boolean known =
        (names(context, "dataflow") || names(context, "datastructure"))
            && names(agency, AGENCY)
            && names(id, ID)
            && isNewest(version);
    if (!known) {
      throw Problem.notFound(
          "no-such-dataflow",
          "There is one dataflow, ECOSEC:TRADE(1.0.0); see /trade/sdmx/v2/structure/dataflow.");
    }
  }

  /** Whether a list of ids, or a word for any, has the one. */
  static boolean names(String asked, String own) {
    return ANY.contains(asked) || Arrays.asList(asked.split(",", -1)).contains(own);
  }

  static boolean isNewest(String version) {
    return Arrays.stream(version.split(",", -1)).anyMatch(NEWEST::contains);
  }
}
