package org.ecosec.trade.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** A list that ships with the product, by its file name in {@code reference/}. */
public final class ReferenceCsv {

  private ReferenceCsv() {}

  public static List<NamedCsvRecord> read(String name) {
    var stream = ReferenceCsv.class.getResourceAsStream("/reference/" + name);
    if (stream == null) {
      throw new IllegalStateException("The product lacks its list " + name);
    }
    try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, UTF_8))) {
      return csv.stream().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
