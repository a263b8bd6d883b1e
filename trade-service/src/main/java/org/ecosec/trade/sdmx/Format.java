package org.ecosec.trade.sdmx;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The representations of data and of structures, chosen by {@code Accept} or {@code format}. */
enum Format {
  DATA_JSON("application", "vnd.sdmx.data+json", "2.0.0", "json", "jsondata"),
  DATA_CSV("application", "vnd.sdmx.data+csv", "2.0.0", "csv", "csvdata"),
  DATA_XML("application", "vnd.sdmx.structurespecificdata+xml", "2.1", "xml", "sdmx-2.1"),
  STRUCTURE_JSON("application", "vnd.sdmx.structure+json", "2.0.0", "json", "sdmx-json"),
  STRUCTURE_XML("application", "vnd.sdmx.structure+xml", "2.1", "xml", "sdmx-2.1");

  static final List<Format> DATA = List.of(DATA_JSON, DATA_CSV, DATA_XML);
  static final List<Format> STRUCTURE = List.of(STRUCTURE_JSON, STRUCTURE_XML);

  private static final Set<String> OPTIONS = Set.of("labels", "keys");

  private final String type;
  private final String subtype;
  private final String version;
  private final String plain;
  private final String keyword;

  Format(String type, String subtype, String version, String plain, String keyword) {
    this.type = type;
    this.subtype = subtype;
    this.version = version;
    this.plain = plain;
    this.keyword = keyword;
  }

  /** A format with the parameters that its reader asked for, such as labels of CSV. */
  record Chosen(Format format, Map<String, String> options) {

    String option(String name, String otherwise) {
      return options.getOrDefault(name, otherwise);
    }
  }

  String mediaType() {
    return type + "/" + subtype + ";version=" + version;
  }

  /** The first that the caller accepts; 406 if there is none. */
  static Chosen choose(List<Format> offered, List<MediaType> accepted, @Nullable String keyword) {
    if (keyword != null) {
      return offered.stream()
          .filter(format -> format.keyword.equals(keyword))
          .findFirst()
          .map(format -> new Chosen(format, Map.of()))
          .orElseThrow(() -> refused(offered));
    }
    for (MediaType wanted : accepted) {
      for (Format format : offered) {
        if (format.matches(wanted)) {
          var options = new TreeMap<>(wanted.getParameters());
          options.keySet().retainAll(OPTIONS);
          return new Chosen(format, options);
        }
      }
    }
    throw refused(offered);
  }

  private boolean matches(MediaType wanted) {
    if ("0".equals(wanted.getParameters().getOrDefault("q", "1").replaceAll("\\.0*$", ""))) {
      return false;
    }
    if (wanted.isWildcardType()) {
      return true;
    }
    boolean anyOf = wanted.getType().equals(type) || wanted.getType().equals("text");
    if (anyOf && (wanted.isWildcardSubtype() || wanted.getSubtype().equals(plain))) {
      return !wanted.getType().equals("text") || !plain.equals("json");
    }
    return wanted.getType().equals(type)
        && wanted.getSubtype().equals(subtype)
        && versionFits(wanted.getParameters().get("version"));
  }

  private boolean versionFits(@Nullable String wanted) {
    return wanted == null
        || wanted.equals(version)
        || version.startsWith(wanted.replace("+", "") + ".")
        || (wanted.contains("+") && version.startsWith(wanted.substring(0, wanted.indexOf('+'))));
  }

  private static Problem refused(List<Format> offered) {
    return new Problem(
        406,
        "not-acceptable",
        "Ask for one of "
            + String.join(
                ", ",
                Arrays.stream(values()).filter(offered::contains).map(Format::mediaType).toList())
            + ".");
  }
}
