package org.ecosec.trade.production;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ecosec.trade.reference.Products;

/** Headings of HS that stand for all of their codes where those are all in a basket. */
@Singleton
class Headings {

  private static final int HEADING = 4;

  private final Products products;

  Headings(Products products) {
    this.products = products;
  }

  /** The codes, and each heading of which they are all. */
  List<String> with(Collection<String> codes) {
    var all = new ArrayList<>(codes);
    codes.stream()
        .map(code -> code.substring(0, HEADING))
        .distinct()
        .filter(heading -> isWhole(heading, codes))
        .forEach(all::add);
    return all;
  }

  private boolean isWhole(String heading, Collection<String> codes) {
    return products.all().stream()
        .filter(product -> product.classification().equals(Products.HS))
        .filter(product -> product.parent().equals(heading))
        .allMatch(product -> codes.contains(product.code()));
  }
}
