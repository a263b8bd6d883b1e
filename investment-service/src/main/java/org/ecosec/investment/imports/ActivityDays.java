package org.ecosec.investment.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.ecosec.investment.iati.Activity.Day;
import org.jspecify.annotations.Nullable;

/**
 * The dates of an activity. Where an end is planned or reached it is a milestone, with the actual
 * start before it; what is no part of that milestone stays beside it.
 */
record ActivityDays(List<Day> dates) {

  static final String COMPLETION = "-end";
  private static final String ACTUAL_START = "2";
  private static final String PLANNED_END = "3";
  private static final String ACTUAL_END = "4";

  /** The end as the file has it: the actual one, else the planned one. */
  @Nullable String closing() {
    var actual = of(ACTUAL_END);
    var end = actual == null ? of(PLANNED_END) : actual;
    return end == null ? null : end.toString();
  }

  @Nullable ObjectNode completion(String project, ObjectMapper json) {
    if (closing() == null || project.length() > 95) {
      return null;
    }
    var body = json.createObjectNode();
    body.put("id", project + COMPLETION).put("projectId", project).put("title", "Completion");
    body.put("plannedOn", text(of(PLANNED_END))).put("reachedOn", text(of(ACTUAL_END)));
    body.put("startedOn", startBelongs() ? text(of(ACTUAL_START)) : null);
    return body;
  }

  /** The dates that the milestone does not hold. */
  List<Day> beyond() {
    return dates.stream()
        .filter(
            date ->
                switch (date.type()) {
                  case PLANNED_END, ACTUAL_END -> false;
                  case ACTUAL_START -> closing() == null || !startBelongs();
                  default -> true;
                })
        .toList();
  }

  // A milestone starts before it is due.
  private boolean startBelongs() {
    var start = of(ACTUAL_START);
    var planned = of(PLANNED_END);
    return start == null || planned == null || start.isBefore(planned);
  }

  private @Nullable LocalDate of(String type) {
    return dates.stream()
        .filter(date -> date.type().equals(type))
        .map(date -> day(date.on()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The schema has seen that it is a date; of one with a time zone the day is taken. */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    } catch (DateTimeException wrong) {
      return LocalDate.MAX;
    }
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
