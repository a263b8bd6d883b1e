package org.ecosec.investment.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ecosec.investment.iati.Activity;
import org.ecosec.investment.iati.Activity.OtherIdentifier;
import org.ecosec.investment.iati.Activity.Related;
import org.ecosec.investment.iati.ActivityNames;
import org.ecosec.investment.iati.Codes;
import org.jspecify.annotations.Nullable;

/** Turns an activity into a project: {@code docs/methods/investment-files.md} says how. */
record ActivityProject(Activity activity, ActivityNames names, ObjectMapper json) {

  ObjectNode body() {
    var body = json.createObjectNode();
    body.put("id", id()).put("title", activity.title());
    body.put(
        "status",
        activity.status().matches("[1-6]") ? Codes.status(activity.status()).name() : null);
    boolean silent = activity.description().equals(activity.title());
    body.put("notes", silent ? null : activity.description());
    var sector = sector();
    if (sector != null) {
      body.put("sector", sector);
    }
    var parents = parents();
    if (parents.size() == 1) {
      body.put("parentId", names.project(parents.getFirst().ref()));
    }
    body.set("places", places());
    body.set("parties", parties());
    return body;
  }

  String id() {
    return names.project(activity.identifier());
  }

  /** What the file said at the time, and what the merge has to find the other side of. */
  ObjectNode vintage() {
    var vintage = json.createObjectNode().put("given", activity.status());
    vintage.put("closing", new ActivityDays(activity.dates()).closing());
    var parents = parents();
    if (parents.size() == 1) {
      var place = parents.getFirst().place();
      vintage.putObject("parentAt").put("line", place.line()).put("path", place.path());
    }
    refs(vintage, "children", related(Related.CHILD).map(Related::ref));
    refs(
        vintage,
        "same",
        Stream.concat(
            related(Related.SAME).map(Related::ref),
            activity.otherIdentifiers().stream()
                .filter(OtherIdentifier::holds)
                .map(OtherIdentifier::ref)));
    return vintage;
  }

  /** Which project its publisher's parent is, kept with the details, to join it when it comes. */
  @Nullable String parentProject() {
    var said =
        activity.related().stream()
            .filter(one -> one.type().equals(Related.PARENT) && one.isPublished())
            .map(one -> names.project(one.ref()))
            .distinct()
            .toList();
    return said.size() == 1 ? said.getFirst() : null;
  }

  // A project has one parent; of several none is chosen.
  private List<Related> parents() {
    var parents = new LinkedHashMap<String, Related>();
    related(Related.PARENT).forEach(one -> parents.putIfAbsent(one.ref(), one));
    return List.copyOf(parents.values());
  }

  private Stream<Related> related(String type) {
    return activity.related().stream().filter(one -> one.type().equals(type) && one.holds());
  }

  private void refs(ObjectNode vintage, String name, Stream<String> refs) {
    var projects = refs.map(names::project).distinct().filter(one -> !one.equals(id())).toList();
    if (!projects.isEmpty()) {
      projects.forEach(vintage.putArray(name)::add);
    }
  }

  private @Nullable String sector() {
    return activity.sectors().stream()
        .filter(one -> "99".equals(one.vocabulary()))
        .filter(one -> Activity.OWN_SECTORS.equals(one.vocabularyUri()))
        .map(Activity.Share::code)
        .findFirst()
        .orElse(null);
  }

  private ArrayNode places() {
    var places = json.createArrayNode();
    if (activity.locations().isEmpty()) {
      activity.countries().stream().map(one -> country(one.code())).distinct().forEach(places::add);
    } else {
      activity.locations().stream().distinct().forEach(places::add);
    }
    return places;
  }

  private static String country(String alpha2) {
    var name = Locale.of("", alpha2.toUpperCase(Locale.ROOT)).getDisplayCountry(Locale.ENGLISH);
    return name.isEmpty() ? alpha2 : name;
  }

  private ArrayNode parties() {
    var parties = json.createArrayNode();
    for (var one : activity.participants()) {
      parties
          .addObject()
          .put("name", one.name() == null ? one.ref() : one.name())
          .put("economy", one.economy())
          .put("role", one.role().matches("[1-4]") ? Codes.role(one.role()) : null);
    }
    return parties;
  }
}
