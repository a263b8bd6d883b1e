package org.ecosec.trade.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.ecosec.platform.http.CsvText;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Walks a list page by page, as a reader cleared for public records only: whoever may read may
 * fetch the file.
 */
@ApplicationScoped
class ExportRun {

  private static final String PAGE_ROWS = "1000";
  private static final int CHUNK = 1 << 20;

  private final Lists lists;
  private final Exports exports;
  private final CurrentIdentityAssociation identity;
  private final ExportConfig config;
  private final ObjectMapper json;

  ExportRun(
      Lists lists,
      Exports exports,
      CurrentIdentityAssociation identity,
      ExportConfig config,
      ObjectMapper json) {
    this.lists = lists;
    this.exports = exports;
    this.identity = identity;
    this.config = config;
    this.json = json;
  }

  /** The file outgrew its bound. */
  static final class TooLarge extends RuntimeException {}

  @ActivateRequestContext
  void write(ExportView job) throws IOException, ReflectiveOperationException {
    identity.setIdentity(
        QuarkusSecurityIdentity.builder()
            .setPrincipal(Export.EXPORT)
            .addRole(Roles.READER)
            .build());
    var found = lists.find(job.list()).orElseThrow();
    var columns = CsvText.columns(found.list().itemType());
    var bytes = new ByteArrayOutputStream();
    var file = new File(job.id());
    try (var packed = new GZIPOutputStream(bytes, true)) {
      packed.write(CsvText.header(columns).getBytes(UTF_8));
      @Nullable String cursor = null;
      do {
        var page = page(found, job.query(), cursor);
        JsonNode items = json.valueToTree(page.items());
        packed.write(CsvText.rows(columns, items).getBytes(UTF_8));
        file.rows += page.items().size();
        file.keepFull(bytes);
        cursor = page.next();
      } while (cursor != null);
    }
    file.keep(bytes);
  }

  private static Page<?> page(Lists.Found found, Map<String, String> query, @Nullable String cursor)
      throws ReflectiveOperationException {
    var asked = new HashMap<>(query);
    asked.put("limit", PAGE_ROWS);
    if (cursor != null) {
      asked.put("cursor", cursor);
    }
    return found.list().page(found.path(), asked);
  }

  /** The name under which jobs read. */
  private enum Export implements Principal {
    EXPORT;

    @Override
    public String getName() {
      return "export";
    }
  }

  /** Where the pieces of one file go. */
  private final class File {

    private final UUID id;
    private int ordinal;
    private long size;
    private long rows;

    File(UUID id) {
      this.id = id;
    }

    void keepFull(ByteArrayOutputStream bytes) {
      if (bytes.size() >= CHUNK) {
        keep(bytes);
      }
    }

    void keep(ByteArrayOutputStream bytes) {
      size += bytes.size();
      if (size > config.maxBytes()) {
        throw new TooLarge();
      }
      exports.addChunk(id, ordinal++, bytes.toByteArray(), rows);
      bytes.reset();
    }
  }
}
