package org.ecosec.investment.iati;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the reader is: the open elements, each with its number among those of its name. */
final class XmlPath {

  static final int MAX_DEPTH = 32;
  private static final int MAX_NAMES = 1_000;

  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Integer> roots = new HashMap<>();

  private record Step(String name, int number, String below, Map<String, Integer> children) {}

  /** False if that is deeper, or more kinds of elements in one place, than anybody means. */
  boolean enter(String name) {
    var siblings = steps.isEmpty() ? roots : steps.getLast().children();
    int number = siblings.merge(name, 1, Integer::sum);
    var below = depth() < 2 ? "" : depth() == 2 ? name : steps.getLast().below() + '/' + name;
    steps.add(new Step(name, number, below, new HashMap<>(4)));
    return depth() <= MAX_DEPTH && siblings.size() <= MAX_NAMES;
  }

  void leave() {
    steps.removeLast();
  }

  int depth() {
    return steps.size();
  }

  /** The names of the open elements below the activity. */
  String below() {
    return steps.getLast().below();
  }

  int number() {
    return steps.getLast().number();
  }

  @Override
  public String toString() {
    var path = new StringBuilder();
    for (Step step : steps) {
      path.append('/').append(step.name()).append('[').append(step.number()).append(']');
    }
    return path.toString();
  }
}
