package org.ecosec.trade.sdmx;

import java.util.List;

/** A list of codes with their names; {@code parent} is blank where a code has none. */
record Codelist(String id, String name, List<Code> codes) {

  record Code(String id, String name, String parent) {}

  Codelist {
    codes = List.copyOf(codes);
  }

  Codelist only(List<String> ids) {
    return new Codelist(id, name, codes.stream().filter(code -> ids.contains(code.id())).toList());
  }
}
