package org.ecosec.trade.sdmx;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ecosec.platform.problem.Problem;

/** Which artefacts are asked for, and which of those around them. */
record StructureQuery(
    Set<Kind> types,
    String agency,
    String id,
    String version,
    String item,
    Set<Kind> references,
    Detail detail) {

  private static final List<String> ELSEWHERE =
      List.of(
          "metadatastructure",
          "categoryscheme",
          "hierarchy",
          "hierarchyassociation",
          "valuelist",
          "agencyscheme",
          "dataproviderscheme",
          "metadataproviderscheme",
          "dataconsumerscheme",
          "organisationunitscheme",
          "metadataflow",
          "reportingtaxonomy",
          "provisionagreement",
          "metadataprovisionagreement",
          "structuremap",
          "representationmap",
          "conceptschememap",
          "categoryschememap",
          "organisationschememap",
          "reportingtaxonomymap",
          "process",
          "categorisation",
          "dataconstraint",
          "metadataconstraint",
          "transformationscheme",
          "rulesetscheme",
          "userdefinedoperatorscheme",
          "customtypescheme",
          "namepersonalisationscheme",
          "vtlmappingscheme");

  /** From the user of other artefacts to what is used. */
  enum Kind {
    DATAFLOW(0),
    DATASTRUCTURE(1),
    CODELIST(2),
    CONCEPTSCHEME(2);

    private final int level;

    Kind(int level) {
      this.level = level;
    }

    static Set<Kind> all() {
      return EnumSet.allOf(Kind.class);
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How much of each artefact; a stub is its id and name. */
  enum Detail {
    FULL(false, false),
    RAW(false, false),
    REFERENCEPARTIAL(false, false),
    ALLSTUBS(true, true),
    ALLCOMPLETESTUBS(true, true),
    REFERENCESTUBS(false, true),
    REFERENCECOMPLETESTUBS(false, true);

    private final boolean stubs;
    private final boolean referencedStubs;

    Detail(boolean stubs, boolean referencedStubs) {
      this.stubs = stubs;
      this.referencedStubs = referencedStubs;
    }

    boolean stubs(boolean referenced) {
      return referenced ? referencedStubs : stubs;
    }
  }

  static Set<Kind> types(String word) {
    if (word.equals("*")) {
      return Kind.all();
    }
    if (ELSEWHERE.contains(word)) {
      throw new Problem(
          501,
          "not-implemented",
          "No "
              + word
              + " is kept here; there are dataflow, datastructure, codelist and"
              + " conceptscheme.");
    }
    return Set.of(type(word, "artefactType"));
  }

  static Set<Kind> references(Set<Kind> of, String words) {
    var all = EnumSet.noneOf(Kind.class);
    for (String word : words.split(",", -1)) {
      all.addAll(
          switch (word) {
            case "none" -> Set.of();
            case "all", "parentsandsiblings" -> Kind.all();
            case "children" -> around(of, 1, 1);
            case "descendants" -> around(of, 1, 9);
            case "parents" -> around(of, -1, -1);
            case "ancestors" -> around(of, -9, -1);
            default -> Set.of(type(word, "references"));
          });
    }
    return all;
  }

  static Detail detail(String word) {
    return Arrays.stream(Detail.values())
        .filter(detail -> detail.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badRequest("bad-detail", "detail takes full, allstubs, referencestubs, …")
                    .at("query:detail", "is unknown"));
  }

  private static Set<Kind> around(Set<Kind> of, int nearest, int farthest) {
    var found = EnumSet.noneOf(Kind.class);
    for (Kind type : of) {
      for (Kind other : Kind.values()) {
        int distance = other.level - type.level;
        if (distance >= nearest && distance <= farthest) {
          found.add(other);
        }
      }
    }
    return found;
  }

  private static Kind type(String word, String parameter) {
    return Arrays.stream(Kind.values())
        .filter(type -> type.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badRequest(
                        "bad-" + parameter.toLowerCase(Locale.ROOT),
                        "SDMX knows no " + word + " here.")
                    .at(parameter, "is unknown"));
  }
}
