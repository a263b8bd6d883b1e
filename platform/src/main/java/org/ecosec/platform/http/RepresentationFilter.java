package org.ecosec.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ecosec.platform.paging.Page;

/**
 * Gives every successful read its bytes: CSV where that was asked for, of a list a row an item and
 * of anything else one row; the strong ETag of the bytes, 304 where the caller has them already,
 * and the {@code Link} of the next page.
 */
@Provider
public class RepresentationFilter implements ContainerResponseFilter {

  private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");

  private final Etags etags;
  private final ObjectMapper json;

  RepresentationFilter(Etags etags, ObjectMapper json) {
    this.etags = etags;
    this.json = json;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var entity = response.getEntity();
    if (!request.getMethod().equals("GET") || response.getStatus() != 200 || !isPlain(entity)) {
      return;
    }
    if (entity instanceof Page<?> page && page.next() != null) {
      var next =
          request.getUriInfo().getRequestUriBuilder().replaceQueryParam("cursor", page.next());
      response.getHeaders().add("Link", "<" + next.build() + ">; rel=\"next\"");
    }
    boolean csv =
        entity instanceof Record
            && MediaType.valueOf("text/csv").isCompatible(response.getMediaType());
    var bytes = csv ? csv(entity, response.getEntityType()) : etags.bytes(entity);
    var tag = Etags.of(bytes);
    response.getHeaders().putSingle("ETag", tag);
    response.getHeaders().putSingle("Vary", "Accept, Accept-Encoding, Authorization");
    var known = request.getHeaderString("If-None-Match");
    if (known != null
        && Arrays.stream(known.split(",", -1)).anyMatch(seen -> seen.strip().equals(tag))) {
      response.setStatus(304);
      response.setEntity(null);
    } else {
      response.setEntity(bytes, new Annotation[0], csv ? CSV : MediaType.APPLICATION_JSON_TYPE);
    }
  }

  // Streams and bodies that are bytes already go out as they are.
  private static boolean isPlain(Object entity) {
    return entity instanceof Record || entity instanceof Iterable<?> || entity instanceof JsonNode;
  }

  private byte[] csv(Object entity, Type type) {
    if (!(entity instanceof Page<?> page)) {
      List<JsonNode> row = List.of(json.valueToTree(entity));
      return CsvText.of(CsvText.columns(entity.getClass()), row).getBytes(UTF_8);
    }
    var itemType =
        type instanceof ParameterizedType generic
            ? generic.getActualTypeArguments()[0]
            : Object.class;
    JsonNode items = json.valueToTree(page.items());
    return CsvText.of(
            CsvText.columns(itemType), StreamSupport.stream(items.spliterator(), false).toList())
        .getBytes(UTF_8);
  }
}
