package org.ecosec.trade.reference;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Products by classification: HS 2022 and Japan's principal commodities ({@code JP-PC}). */
@Singleton
public class Products {

  public static final String HS = "HS";
  public static final String JAPAN_COMMODITIES = "JP-PC";

  private final Map<String, Product> products = new TreeMap<>();
  private final Map<String, String> japanCodes = new HashMap<>();

  /** A product code, always text: {@code 0902} is not 902. */
  public record Product(String classification, String code, String name, String parent) {}

  Products() {
    for (var row : ReferenceCsv.read("hs2022.csv")) {
      add(
          new Product(
              HS, row.getField("code"), row.getField("description"), row.getField("parent")));
    }
    for (var row : ReferenceCsv.read("japan-commodities.csv")) {
      var code = row.getField("code");
      japanCodes.put(row.getField("name"), code);
      add(new Product(JAPAN_COMMODITIES, code, row.getField("title"), row.getField("parent")));
    }
  }

  public Optional<Product> find(String classification, String code) {
    return Optional.ofNullable(products.get(key(classification, code)));
  }

  /** The name, or the code where the product's edition is not at hand. */
  public String name(String classification, String code) {
    return find(classification, code).map(Product::name).orElse(code);
  }

  /** The code of one of Japan's commodities by its published name. */
  public Optional<String> japanCode(String name) {
    return Optional.ofNullable(japanCodes.get(name));
  }

  /** Sorted by classification and code. */
  public Collection<Product> all() {
    return products.values();
  }

  private void add(Product product) {
    products.put(key(product.classification(), product.code()), product);
  }

  private static String key(String classification, String code) {
    return classification + " " + code;
  }
}
