package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RecordFileTest {

  @Test
  void theRatesComeFirstAndEverySourceWithNewsHasAHistory() throws Exception {
    List<RecordFile> history = RecordFile.ofStep("history");
    assertThat(history.getFirst().rates()).isTrue();
    assertThat(history).extracting(RecordFile::file).doesNotHaveDuplicates();
    assertThat(RecordFile.ofStep("newest"))
        .hasSize(5)
        .allSatisfy(
            news -> assertThat(history).extracting(RecordFile::source).contains(news.source()));
  }

  @Test
  void everyFileIsTheOneThatTheManifestDescribes() throws Exception {
    for (JsonNode entry :
        new ObjectMapper().readTree(RecordFile.read("manifest.json")).get("files")) {
      String name = entry.get("file").asText();
      byte[] content = content(name);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      assertThat(HexFormat.of().formatHex(digest)).as(name).isEqualTo(entry.get("sha256").asText());
      long lines = new String(content, StandardCharsets.UTF_8).lines().count();
      assertThat(lines - 1).as(name).isEqualTo(entry.get("rows").asLong());
    }
  }

  @Test
  void anImportIsAskedForWithItsFormatSourceAndProfile() throws Exception {
    var paths =
        Stream.concat(RecordFile.ofStep("history").stream(), RecordFile.ofStep("newest").stream());
    assertThat(paths.map(RecordFile::importPath))
        .contains(
            "/trade/v1/imports?format=comtrade&source=un-comtrade-nickel&baseline=true",
            "/trade/v1/imports?format=mapped&source=mof-japan-trade&profile=japan-customs-annual",
            "/investment/v1/imports?format=mapped&backfill=true&profile=world-bank-projects&listedOn=2024-08-29");
  }

  private static byte[] content(String name) throws Exception {
    byte[] shipped = RecordFile.read(name);
    if (!name.endsWith(".gz")) {
      return shipped;
    }
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(shipped))) {
      return unzipped.readAllBytes();
    }
  }
}
