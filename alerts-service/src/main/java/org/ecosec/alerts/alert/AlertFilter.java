package org.ecosec.alerts.alert;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The query parameters that narrow a list of alerts. */
public class AlertFilter {

  @QueryParam("state")
  @Parameter(description = "RAISED, ACKNOWLEDGED, RESOLVED or CANCELLED", example = "RAISED")
  @Nullable String state;

  @QueryParam("severity")
  @Parameter(description = "At least this severity: INFO, WATCH, WARNING or CRITICAL")
  @Nullable String severity;

  @QueryParam("importer")
  @Parameter(description = "Importing economy, ISO 3166 alpha-3", example = "JPN")
  @Nullable String importer;

  @QueryParam("economy")
  @Parameter(
      description = "An economy that it concerns in any part, ISO 3166 alpha-3",
      example = "IND")
  @Nullable String economy;

  @QueryParam("product")
  @Parameter(description = "Product code or the beginning of one", example = "2504")
  @Nullable String product;

  @QueryParam("measure")
  @Parameter(description = "Measure id", example = "chn-graphite-permits-2023")
  @Nullable String measure;

  @QueryParam("group")
  @Parameter(
      description = "The measure or the heading of products that alerts belong to",
      example = "heading|JPN|HS|2504")
  @Nullable String group;

  @QueryParam("kind")
  @Parameter(description = "Kind of signal", example = "CONCENTRATION")
  @Nullable String kind;

  @QueryParam("rule")
  @Parameter(description = "Id of the rule", example = "concentration")
  @Nullable String rule;

  void addTo(StringBuilder where, List<@Nullable Object> parameters) {
    if (state != null) {
      where.append(" and state = ?");
      parameters.add(named("state", state, AlertState.values()));
    }
    if (severity != null) {
      var least = named("severity", severity, Severity.values());
      where.append(" and severity = any(?)");
      parameters.add(
          Stream.of(Severity.values()).filter(one -> one.atLeast(least)).map(Enum::name).toList());
    }
    if (importer != null) {
      where.append(" and importer = ?");
      parameters.add(importer);
    }
    if (economy != null) {
      where.append(" and (? = any(economies) or ? <> all(everyone_but))");
      parameters.add(economy);
      parameters.add(economy);
    }
    if (product != null) {
      where.append(" and exists (select from unnest(products) p where starts_with(p, ?))");
      parameters.add(product);
    }
    if (kind != null) {
      where.append(" and kind = ?");
      parameters.add(named("kind", kind, SignalKind.values()));
    }
    equal("rule_id", rule, where, parameters);
    equal("group_key", group, where, parameters);
    if (measure != null) {
      where.append(" and measure_id = ?");
      parameters.add(measure);
    }
  }

  private static <E extends Enum<E>> E named(String parameter, String text, E[] values) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badRequest(
                        "bad-" + parameter,
                        parameter + " takes one of " + Arrays.toString(values) + ".")
                    .at("query:" + parameter, "is none of them"));
  }

  private static void equal(
      String column,
      @Nullable String value,
      StringBuilder where,
      List<@Nullable Object> parameters) {
    if (value != null) {
      where.append(" and ").append(column).append(" = ?");
      parameters.add(value);
    }
  }
}
