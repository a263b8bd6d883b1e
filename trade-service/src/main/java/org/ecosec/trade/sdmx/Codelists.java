package org.ecosec.trade.sdmx;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.TradeSources;
import org.ecosec.trade.sdmx.Codelist.Code;
import org.ecosec.trade.sdmx.Component.Dimension;

/** The codes of each dimension with their names. */
@ApplicationScoped
class Codelists {

  private static final Map<String, String> FLOWS =
      Map.of(
          "IMPORT",
          "Imports",
          "EXPORT",
          "Exports",
          "RE_IMPORT",
          "Re-imports",
          "RE_EXPORT",
          "Re-exports");

  private final Database database;
  private final TradeSources sources;
  private final Map<String, String> economies = new LinkedHashMap<>();
  private final Map<String, Code> products = new LinkedHashMap<>();

  Codelists(Database database, TradeSources sources, Economies economies, Products products) {
    this.database = database;
    this.sources = sources;
    economies.all().forEach(economy -> this.economies.put(economy.code(), economy.name()));
    for (var product : products.all()) {
      this.products.putIfAbsent(
          product.code(), new Code(product.code(), product.name(), product.parent()));
    }
  }

  List<Codelist> all() {
    var lists = new ArrayList<Codelist>();
    lists.add(list("CL_FREQ", "Frequency", List.of("A", "M")));
    lists.add(list("CL_AREA", "Economies and areas", List.copyOf(economies.keySet())));
    lists.add(list("CL_FLOW", "Directions of trade", names(Flow.values())));
    lists.add(
        list("CL_CLASSIFICATION", "Product classifications", used("classification || edition")));
    lists.add(new Codelist("CL_PRODUCT", "Products", productCodes()));
    lists.add(list("CL_SOURCE", "Sources", used("source")));
    return lists;
  }

  /** The name of a code, or the code itself where no list has it: an older edition's product. */
  String name(Dimension dimension, String code) {
    return switch (dimension) {
      case FREQ -> Map.of("A", "Annual", "M", "Monthly").getOrDefault(code, code);
      case REPORTER, PARTNER -> economies.getOrDefault(code, code);
      case FLOW -> FLOWS.getOrDefault(code, code);
      case PRODUCT -> products.containsKey(code) ? products.get(code).name() : code;
      case SOURCE -> sources.of(code).title();
      case CLASSIFICATION -> classification(code);
      case TIME_PERIOD -> code;
    };
  }

  private static String classification(String code) {
    return switch (code) {
      case "JP-PC" -> "Japan's principal commodities";
      case "HS" -> "Harmonized System, edition not stated";
      default -> code.matches("HS\\d{4}") ? "Harmonized System " + code.substring(2) : code;
    };
  }

  private Codelist list(String id, String name, List<String> codes) {
    var dimension = new HashMap<String, Dimension>();
    for (Dimension candidate : Dimension.values()) {
      dimension.put(candidate.codelist(), candidate);
    }
    return new Codelist(
        id,
        name,
        codes.stream()
            .map(code -> new Code(code, name(dimension.getOrDefault(id, Dimension.FREQ), code), ""))
            .toList());
  }

  private List<Code> productCodes() {
    return products.values().stream()
        .map(
            code ->
                products.containsKey(code.parent()) ? code : new Code(code.id(), code.name(), ""))
        .toList();
  }

  private List<String> used(String column) {
    return database.list(
        "select distinct " + column + " as code from slice order by code", row -> row.getString(1));
  }

  private static List<String> names(Flow[] flows) {
    return java.util.Arrays.stream(flows).map(Flow::name).toList();
  }
}
