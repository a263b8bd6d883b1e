package org.ecosec.alerts.impact;

import java.util.List;
import java.util.Optional;
import org.ecosec.alerts.impact.ImpactView.AffectedProject;
import org.ecosec.alerts.impact.ImpactView.Effect;
import org.ecosec.alerts.impact.ImpactView.Match;
import org.ecosec.alerts.impact.ImpactView.ProductMatch;
import org.ecosec.alerts.signal.MeasureNews;
import org.ecosec.alerts.signal.ProjectNews;

/** Which projects a measure concerns, by the beginnings of product codes, in both directions. */
final class ProductMatching {

  private ProductMatching() {}

  static List<AffectedProject> affected(MeasureNews measure, List<ProjectNews> projects) {
    return projects.stream()
        .map(project -> affected(measure, project))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<AffectedProject> affected(MeasureNews measure, ProjectNews project) {
    var links =
        project.products().stream()
            .flatMap(
                product ->
                    measure.codes().stream()
                        .map(code -> meet(product, code))
                        .flatMap(Optional::stream))
            .toList();
    if (links.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AffectedProject(
            project.projectId(),
            project.title(),
            effect(links),
            project.status(),
            project.sector(),
            links,
            project.money()));
  }

  private static Effect effect(List<ProductMatch> links) {
    boolean produces = links.stream().anyMatch(link -> link.link().equals("PRODUCES"));
    boolean consumes = links.stream().anyMatch(link -> link.link().equals("CONSUMES"));
    if (produces && consumes) {
      return Effect.BOTH;
    }
    return produces ? Effect.MITIGATES : Effect.IS_HIT;
  }

  private static Optional<ProductMatch> meet(
      ProjectNews.ProductLink product, MeasureNews.Code code) {
    if (!product.classification().equals(code.classification())) {
      return Optional.empty();
    }
    return match(product.code(), code.code())
        .map(
            match ->
                new ProductMatch(
                    product.code(),
                    product.link(),
                    code.code(),
                    code.coverage(),
                    match,
                    product.source(),
                    product.confidence()));
  }

  static Optional<Match> match(String project, String measure) {
    if (project.equals(measure)) {
      return Optional.of(Match.SAME);
    }
    if (project.startsWith(measure)) {
      return Optional.of(Match.PROJECT_CODE_NARROWER);
    }
    return measure.startsWith(project) ? Optional.of(Match.PROJECT_CODE_BROADER) : Optional.empty();
  }
}
