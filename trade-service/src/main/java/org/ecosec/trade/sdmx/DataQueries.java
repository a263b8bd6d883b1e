package org.ecosec.trade.sdmx;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.trade.sdmx.Component.Attribute;
import org.ecosec.trade.sdmx.Component.Measure;
import org.jspecify.annotations.Nullable;

/** Makes a query of a request, or says what is wrong with it. */
@ApplicationScoped
class DataQueries {

  private static final Set<String> KNOWN =
      Set.of(
          "asOf",
          "updatedAfter",
          "firstNObservations",
          "lastNObservations",
          "offset",
          "limit",
          "dimensionAtObservation",
          "attributes",
          "measures",
          "includeHistory",
          "sort",
          "reportingYearStartDay",
          "startPeriod",
          "endPeriod",
          "detail",
          "format",
          "mode",
          "references");

  private final Revisions revisions;

  DataQueries(Revisions revisions) {
    this.revisions = revisions;
  }

  DataQuery parse(String key, DataParameters asked, Map<String, List<String>> query) {
    refuseWhatIsNotThere(asked);
    var asOf = AsOf.parse(asked.asOf);
    var updatedAfter = AsOf.parse(asked.updatedAfter);
    if (asOf != null && updatedAfter != null && updatedAfter.isAfter(asOf)) {
      throw Problem.badRequest("updated-after-as-of", "updatedAfter must not be later than asOf.")
          .at("query:updatedAfter", "is later than asOf");
    }
    return new DataQuery(
        new DataQuery.Selection(SeriesKey.parse(key), filters(asked, query)),
        new DataQuery.Window(
            number("firstNObservations", asked.first, 1),
            number("lastNObservations", asked.last, 1),
            number("offset", asked.offset, 0),
            number("limit", asked.limit, 1)),
        columns(asked),
        revisions.resolve(asOf),
        updatedAfter == null ? null : revisions.resolve(updatedAfter));
  }

  private static List<ComponentFilter> filters(
      DataParameters asked, Map<String, List<String>> query) {
    var filters = new ArrayList<ComponentFilter>();
    for (var parameter : query.entrySet()) {
      var name = parameter.getKey();
      if (name.startsWith("c[") && name.endsWith("]")) {
        if (parameter.getValue().size() > 1) {
          throw Problem.badRequest("repeated-filter", "Give each component once; use , and +.")
              .at("query:" + name, "is there twice");
        }
        filters.add(
            ComponentFilter.parse(
                name.substring(2, name.length() - 1), parameter.getValue().getFirst()));
      } else if (!KNOWN.contains(name)) {
        throw Problem.badRequest(
                "unknown-parameter", "SDMX REST 2.2 has no such parameter for this query.")
            .at("query:" + name, "is unknown");
      }
    }
    if (asked.startPeriod != null) {
      filters.add(ComponentFilter.parse("TIME_PERIOD", "ge:" + asked.startPeriod));
    }
    if (asked.endPeriod != null) {
      filters.add(ComponentFilter.parse("TIME_PERIOD", "le:" + asked.endPeriod));
    }
    return filters;
  }

  private static DataQuery.Columns columns(DataParameters asked) {
    var at = asked.dimensionAtObservation;
    boolean flat = "AllDimensions".equals(at);
    if (at != null && !flat && !at.equals("TIME_PERIOD")) {
      throw notThere("dimensionAtObservation", "Ask for TIME_PERIOD or AllDimensions.");
    }
    if ("serieskeysonly".equals(asked.detail)) {
      return new DataQuery.Columns(List.of(), List.of(), false);
    }
    return new DataQuery.Columns(
        chosen("measures", asked.measures, Measure.values(), Set.of("all")),
        chosen("attributes", asked.attributes, Attribute.values(), Set.of("all", "dsd", "obs")),
        flat);
  }

  private static <T extends Component> List<T> chosen(
      String parameter, @Nullable String text, T[] all, Set<String> everything) {
    if (text == null || Arrays.stream(text.split(",", -1)).anyMatch(everything::contains)) {
      return List.of(all);
    }
    // What is attached to the data set, to series or to metadata: there is nothing of the kind.
    var ids = Set.of(text.split(",", -1));
    var known = Arrays.stream(all).map(Component::name).toList();
    for (String id : ids) {
      if (!known.contains(id) && !Set.of("none", "dataset", "series", "msd").contains(id)) {
        throw Problem.badRequest("unknown-component", "Choose from " + known + ", all or none.")
            .at("query:" + parameter, "has an unknown id");
      }
    }
    return Arrays.stream(all).filter(component -> ids.contains(component.name())).toList();
  }

  private static void refuseWhatIsNotThere(DataParameters asked) {
    if ("true".equals(asked.includeHistory)) {
      throw notThere("includeHistory", "Ask with asOf for what was known at an instant.");
    }
    if (asked.sort != null && !Set.of("*", "series_key").contains(asked.sort)) {
      throw notThere("sort", "Answers are in the order of the series key, then of time.");
    }
    if (asked.reportingYearStartDay != null && !asked.reportingYearStartDay.equals("--01-01")) {
      throw notThere("reportingYearStartDay", "Periods are calendar years and months.");
    }
  }

  private static @Nullable Long number(String name, @Nullable String text, long least) {
    if (text == null) {
      return null;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException wrong) {
      // Refused below, as a number that is too small is.
    }
    throw Problem.badRequest("bad-number", name + " takes a whole number from " + least + " on.")
        .at("query:" + name, "is not such a number");
  }

  private static Problem notThere(String parameter, String instead) {
    return new Problem(501, "not-implemented", parameter + " is not offered here. " + instead)
        .at("query:" + parameter, "is not implemented");
  }
}
