package org.ecosec.investment.iati;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecosec.investment.iati.Activity.Related;
import org.jspecify.annotations.Nullable;

/**
 * What some projects are to others: as their publishers say it, and marked where it is known
 * differently here, so that a file of ours read again changes nothing.
 */
final class PublishedRelations {

  private final ReportingOrg own;
  private final ActivityNames names;
  private final Map<String, PublishedProject> known;

  private PublishedRelations(ReportingOrg own, Map<String, PublishedProject> known) {
    this.own = own;
    this.names = new ActivityNames(own);
    this.known = known;
  }

  /** One relation; the standing is that of {@link Related}. */
  record Relation(String ref, @Nullable String type, @Nullable String standing) {}

  /** Reads the other side of all relations of a batch at once. */
  static PublishedRelations of(
      List<PublishedProject> batch, ReportingOrg own, PublishedProjects projects, long revision) {
    var names = new ActivityNames(own);
    var others = new HashSet<String>();
    for (PublishedProject project : batch) {
      if (project.parentId() != null) {
        others.add(project.parentId());
      }
      if (project.sameAs() != null) {
        others.add(project.sameAs());
      }
      for (var list : List.of("related", "otherIdentifiers")) {
        said(project, list).forEach(one -> others.add(names.project(one.path("ref").asText())));
      }
    }
    Map<String, PublishedProject> known =
        others.isEmpty() ? Map.of() : new HashMap<>(projects.named(others, revision));
    return new PublishedRelations(own, known);
  }

  /** The {@code related-activity} elements of a project. */
  List<Relation> related(PublishedProject project) {
    var relations = new ArrayList<Relation>();
    var published = new HashSet<String>();
    for (JsonNode one : said(project, "related")) {
      var type = one.path("type").asText();
      var ref = one.path("ref").asText();
      published.add(type + names.project(ref));
      relations.add(new Relation(ref, type, standing(project, type, ref)));
    }
    add(relations, published, Related.PARENT, project.parentId());
    add(relations, published, Related.SAME, project.sameAs());
    return relations;
  }

  /** The {@code other-identifier} elements of a project. */
  List<Relation> otherIdentifiers(PublishedProject project) {
    var others = new ArrayList<Relation>();
    for (JsonNode one : said(project, "otherIdentifiers")) {
      var ref = one.path("ref").asText();
      var type = one.path("type").isTextual() ? one.path("type").asText() : null;
      others.add(new Relation(ref, type, standing(project, Related.SAME, ref)));
    }
    return others;
  }

  private void add(
      List<Relation> relations, Set<String> published, String type, @Nullable String id) {
    var other = id == null ? null : known.get(id);
    var ref = other == null ? null : other.published(own);
    if (ref != null && !published.contains(type + id)) {
      relations.add(new Relation(ref, type, Related.HERE));
    }
  }

  private @Nullable String standing(PublishedProject project, String type, String ref) {
    var other = known.get(names.project(ref));
    if (other == null || other.id().equals(project.id())) {
      return null;
    }
    boolean holds =
        switch (type) {
          case Related.PARENT -> other.id().equals(project.parentId());
          case Related.CHILD -> other.parentId() != null;
          case Related.SAME ->
              other.id().equals(project.sameAs())
                  || project.id().equals(other.sameAs())
                  || (project.sameAs() != null && project.sameAs().equals(other.sameAs()));
          default -> true;
        };
    return holds ? null : Related.ELSEWHERE;
  }

  private static Iterable<JsonNode> said(PublishedProject project, String list) {
    return project.details() == null ? List.of() : project.details().path(list);
  }
}
