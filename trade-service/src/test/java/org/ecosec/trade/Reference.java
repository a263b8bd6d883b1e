package org.ecosec.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The real files of the reference record, as the product ships them. */
public final class Reference {

  private Reference() {}

  public static byte[] file(String name) {
    try {
      return java.nio.file.Files.readAllBytes(
          Path.of("../journeys/src/main/resources/reference").resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
