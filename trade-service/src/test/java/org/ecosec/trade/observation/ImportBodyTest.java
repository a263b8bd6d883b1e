package org.ecosec.trade.observation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.ecosec.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class ImportBodyTest {

  private static final String LINES = "a,b,c\n".repeat(100_000);

  @Test
  void aSmallFileThatUnpacksToALargeOneIsRefused() throws IOException {
    var zipped = zipped();
    assertThat(zipped.length).isLessThan(10_000);
    assertThatThrownBy(() -> lines(zipped, 500_000))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("body-too-large");
  }

  @Test
  void aFileOfTheLargestSizeIsRead() throws IOException {
    assertThat(lines(zipped(), LINES.length())).isEqualTo(100_000);
  }

  private static int lines(byte[] body, long maxBytes) throws IOException {
    try (var opened = ImportBody.open(new ByteArrayInputStream(body), maxBytes)) {
      int count = 0;
      while (opened.hasNext()) {
        opened.next();
        count++;
      }
      return count;
    }
  }

  private static byte[] zipped() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(LINES.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
