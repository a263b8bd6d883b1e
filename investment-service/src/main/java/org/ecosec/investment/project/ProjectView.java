package org.ecosec.investment.project;

import java.util.List;
import org.ecosec.investment.pledge.Party;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** A project as it was known at a revision; {@code revision} is the one that wrote this version. */
public record ProjectView(
    String id,
    String title,
    @Nullable String parentId,
    @Nullable String sameAs,
    @Nullable ProjectStatus status,
    @Nullable String sector,
    List<String> places,
    List<Party> parties,
    List<ProductLink> products,
    HandlingLevel handling,
    String source,
    @Nullable String notes,
    long revision) {

  static ProjectView of(Project project) {
    return new ProjectView(
        project.id(),
        project.title,
        project.parentId,
        project.sameAs,
        project.status,
        project.sector,
        List.copyOf(project.places),
        List.copyOf(project.parties),
        List.copyOf(project.products),
        project.handling,
        project.source,
        project.notes,
        project.fromRevision());
  }
}
