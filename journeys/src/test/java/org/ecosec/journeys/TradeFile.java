package org.ecosec.journeys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A shipped trade file, or what its publisher might have made of it since. */
record TradeFile(String name, String text) {

  static TradeFile shipped(String name) throws IOException {
    try (var unzipped =
        new GZIPInputStream(new ByteArrayInputStream(RecordFile.read(name + ".csv.gz")))) {
      return new TradeFile(name, new String(unzipped.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The file with a figure corrected wherever it stands in the lines that name all the words. */
  TradeFile corrected(String from, String to, String... words) {
    var corrected =
        text.lines()
            .map(line -> names(line, words) ? line.replace(from, to) : line)
            .collect(Collectors.joining("\n", "", "\n"));
    if (corrected.equals(text)) {
      throw new IllegalArgumentException("No line of " + name + " has " + from);
    }
    return new TradeFile(name, corrected);
  }

  private static boolean names(String line, String... words) {
    return Arrays.stream(words).allMatch(word -> line.contains("," + word + ","));
  }

  byte[] gzip() throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return zipped.toByteArray();
  }
}
