package org.ecosec.trade.sdmx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ecosec.trade.sdmx.Availability.Available;
import org.ecosec.trade.sdmx.Component.Attribute;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.ecosec.trade.sdmx.Component.Measure;
import org.ecosec.trade.sdmx.StructureQuery.Kind;

/** Structures as an SDMX-JSON 2.0 message. */
final class JsonStructures {

  private final ObjectNode message = JsonNodeFactory.instance.objectNode();
  private final ObjectNode data;

  JsonStructures(Instant prepared) {
    var meta = message.putObject("meta");
    meta.put("id", "STRUCTURES").put("test", false).put("prepared", prepared.toString());
    meta.putArray("contentLanguages").add("en");
    named(meta.putObject("sender"), Artefact.AGENCY, Artefact.AGENCY_NAME);
    data = message.putObject("data");
  }

  ObjectNode message() {
    return message;
  }

  void add(Structures.Found found) {
    if (found.has(Kind.DATAFLOW)) {
      var flow = maintained(data.putArray("dataflows"), Artefact.ID, Artefact.NAME);
      flow.put("structure", Artefact.urn("DataStructure", Artefact.ID));
    }
    if (found.has(Kind.DATASTRUCTURE)) {
      var structure = maintained(data.putArray("dataStructures"), Artefact.ID, Artefact.NAME);
      if (!found.stubs().contains(Kind.DATASTRUCTURE)) {
        components(structure.putObject("dataStructureComponents"));
      }
    }
    if (found.has(Kind.CODELIST)) {
      var lists = data.putArray("codelists");
      found.codelists().forEach(list -> codelist(lists, list, found));
    }
    if (found.has(Kind.CONCEPTSCHEME)) {
      concepts(found);
    }
  }

  void add(Available available, List<Dimension> wanted) {
    var constraint =
        maintained(data.putArray("dataConstraints"), "CR_TRADE", "What there is in " + Artefact.ID);
    constraint.put("role", "Actual");
    constraint
        .putObject("constraintAttachment")
        .putArray("dataflows")
        .add(Artefact.urn("Dataflow", Artefact.ID));
    var annotations = constraint.putArray("annotations");
    for (var count :
        Map.of("series_count", available.series(), "obs_count", available.observations())
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .toList()) {
      annotations
          .addObject()
          .put("id", count.getKey())
          .put("type", "sdmx_metrics")
          .put("title", Long.toString(count.getValue()));
    }
    var region = constraint.putArray("cubeRegions").addObject().put("include", true);
    var keys = region.putArray("keyValues");
    for (Dimension dimension : wanted) {
      var values =
          keys.addObject().put("id", dimension.name()).put("include", true).putArray("values");
      available
          .codes()
          .getOrDefault(dimension, List.of())
          .forEach(code -> values.addObject().put("value", code));
    }
  }

  private static void components(ObjectNode components) {
    var dimensions = components.putObject("dimensionList").put("id", "DimensionDescriptor");
    var list = dimensions.putArray("dimensions");
    for (Dimension dimension : Dimension.values()) {
      boolean time = dimension == Dimension.TIME_PERIOD;
      var item =
          component(time ? dimensions.putObject("timeDimension") : list.addObject(), dimension);
      if (time) {
        item.putObject("localRepresentation")
            .putObject("format")
            .put("dataType", "ObservationalTimePeriod");
      } else {
        item.put("position", dimension.position());
        item.putObject("localRepresentation")
            .put("enumeration", Artefact.urn("Codelist", dimension.codelist()));
      }
    }
    var attributes =
        components
            .putObject("attributeList")
            .put("id", "AttributeDescriptor")
            .putArray("attributes");
    for (Attribute attribute : Attribute.values()) {
      var item = component(attributes.addObject(), attribute).put("usage", "optional");
      item.putObject("attributeRelationship").putObject("observation");
      item.putObject("localRepresentation").putObject("format").put("dataType", "String");
    }
    var measures =
        components.putObject("measureList").put("id", "MeasureDescriptor").putArray("measures");
    for (Measure measure : Measure.values()) {
      var usage = measure == Measure.OBS_VALUE ? "mandatory" : "optional";
      component(measures.addObject(), measure)
          .put("usage", usage)
          .putObject("localRepresentation")
          .putObject("format")
          .put("dataType", "Decimal");
    }
  }

  private static ObjectNode component(ObjectNode node, Component component) {
    return node.put("id", component.name())
        .put("conceptIdentity", Artefact.conceptUrn(component.name()));
  }

  private static void codelist(ArrayNode lists, Codelist list, Structures.Found found) {
    var node = maintained(lists, list.id(), list.name());
    if (found.stubs().contains(Kind.CODELIST)) {
      return;
    }
    if (found.partial()) {
      node.put("isPartial", true);
    }
    var codes = node.putArray("codes");
    for (Codelist.Code code : list.codes()) {
      var item = named(codes.addObject(), code.id(), code.name());
      if (!code.parent().isEmpty()) {
        item.put("parent", code.parent());
      }
    }
  }

  private void concepts(Structures.Found found) {
    var scheme =
        maintained(data.putArray("conceptSchemes"), Artefact.CONCEPTS, "Concepts of trade");
    if (!found.stubs().contains(Kind.CONCEPTSCHEME)) {
      var concepts = scheme.putArray("concepts");
      for (String id : found.concepts()) {
        named(concepts.addObject(), id, Component.of(id).orElseThrow().title());
      }
    }
  }

  private static ObjectNode maintained(ArrayNode list, String id, String name) {
    return named(list.addObject(), id, name)
        .put("version", Artefact.VERSION)
        .put("agencyID", Artefact.AGENCY)
        .put("isExternalReference", false);
  }

  private static ObjectNode named(ObjectNode node, String id, String name) {
    node.put("id", id).put("name", name).putObject("names").put("en", name);
    return node;
  }
}
