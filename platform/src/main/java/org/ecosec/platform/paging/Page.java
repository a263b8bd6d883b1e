package org.ecosec.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list: its items and the cursor of the next page, null on the last. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page from rows that were read one beyond the limit; {@code key} gives the sort key of an
   * item, after which the next page starts.
   */
  public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String[]> key) {
    if (oneMore.size() <= limit) {
      return new Page<>(oneMore, null);
    }
    var items = oneMore.subList(0, limit);
    return new Page<>(items, Cursor.encode(key.apply(items.getLast())));
  }

  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }
}
