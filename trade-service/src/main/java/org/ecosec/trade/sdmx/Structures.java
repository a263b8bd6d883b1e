package org.ecosec.trade.sdmx;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.ecosec.trade.sdmx.StructureQuery.Kind;

/** Finds the artefacts of a structure query. */
@ApplicationScoped
class Structures {

  private final Codelists codelists;

  Structures(Codelists codelists) {
    this.codelists = codelists;
  }

  /** What an answer holds; {@code stubs} are told by id and name only. */
  record Found(
      Set<Kind> types,
      List<Codelist> codelists,
      List<String> concepts,
      Set<Kind> stubs,
      boolean partial) {

    boolean has(Kind type) {
      return types.contains(type);
    }
  }

  Found find(StructureQuery query) {
    var found = EnumSet.noneOf(Kind.class);
    boolean ours =
        Artefact.names(query.agency(), Artefact.AGENCY) && Artefact.isNewest(query.version());
    var lists =
        ours && query.types().contains(Kind.CODELIST)
            ? codelists.all().stream()
                .filter(list -> Artefact.names(query.id(), list.id()))
                .map(list -> items(list, query))
                .toList()
            : List.<Codelist>of();
    for (Kind type : query.types()) {
      boolean there =
          switch (type) {
            case DATAFLOW, DATASTRUCTURE -> ours && Artefact.names(query.id(), Artefact.ID);
            case CONCEPTSCHEME -> ours && Artefact.names(query.id(), Artefact.CONCEPTS);
            case CODELIST -> !lists.isEmpty();
          };
      if (there) {
        found.add(type);
      }
    }
    if (found.isEmpty()) {
      throw Problem.notFound(
          "no-such-artefact",
          "There is none; see /trade/sdmx/v2/structure/*/ECOSEC/*/*?detail=allstubs.");
    }
    return withReferences(query, found, lists);
  }

  /** What a data set of the whole dataflow refers to. */
  Found around(Set<Kind> types) {
    return new Found(
        types,
        types.contains(Kind.CODELIST) ? codelists.all() : List.of(),
        concepts(),
        Set.of(),
        false);
  }

  private Found withReferences(StructureQuery query, Set<Kind> found, List<Codelist> lists) {
    var all = EnumSet.copyOf(found);
    all.addAll(query.references());
    var stubs = EnumSet.noneOf(Kind.class);
    for (Kind type : all) {
      if (query.detail().stubs(!found.contains(type))) {
        stubs.add(type);
      }
    }
    boolean referredTo = all.contains(Kind.CODELIST) && !found.contains(Kind.CODELIST);
    boolean anyItem = Artefact.names(query.item(), "*");
    var concepts =
        concepts().stream()
            .filter(concept -> anyItem || Artefact.names(query.item(), concept))
            .toList();
    return new Found(all, referredTo ? codelists.all() : lists, concepts, stubs, !anyItem);
  }

  private static Codelist items(Codelist list, StructureQuery query) {
    return Artefact.names(query.item(), "*")
        ? list
        : list.only(List.of(query.item().split(",", -1)));
  }

  private static List<String> concepts() {
    var ids = new ArrayList<String>();
    List.of(Dimension.values()).forEach(component -> ids.add(component.name()));
    List.of(Component.Measure.values()).forEach(component -> ids.add(component.name()));
    List.of(Component.Attribute.values()).forEach(component -> ids.add(component.name()));
    return ids;
  }
}
