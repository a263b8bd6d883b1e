package org.ecosec.investment.change;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Long answers about published revisions, which nothing changes any more, so that a question is
 * worked out once. Of callers that ask the same at the same time one works and the others wait for
 * it; the answers asked for last are kept, up to a number of items in all.
 */
public final class Remembered<Q, T> {

  private final int mostItems;
  private final Map<Q, CompletableFuture<List<T>>> answers = new LinkedHashMap<>(64, 0.75f, true);

  public Remembered(int mostItems) {
    this.mostItems = mostItems;
  }

  /** The question holds everything that the answer hangs on: revision and clearance too. */
  public List<T> of(Q question, Supplier<List<T>> work) {
    var mine = new CompletableFuture<List<T>>();
    var known = claim(question, mine);
    if (known != null) {
      return joined(known);
    }
    try {
      var answer = List.copyOf(work.get());
      mine.complete(answer);
      forgetOldest();
      return answer;
    } catch (RuntimeException | Error failure) {
      forget(question);
      mine.completeExceptionally(failure);
      throw failure;
    }
  }

  /** The questions whose answers are kept, the one asked for longest ago first. */
  public synchronized Collection<Q> questions() {
    return List.copyOf(answers.keySet());
  }

  private synchronized @Nullable CompletableFuture<List<T>> claim(
      Q question, CompletableFuture<List<T>> mine) {
    var known = answers.get(question);
    if (known == null) {
      answers.put(question, mine);
    }
    return known;
  }

  private synchronized void forget(Q question) {
    answers.remove(question);
  }

  // An answer that is being worked out weighs nothing yet and is not dropped.
  private synchronized void forgetOldest() {
    long items = answers.values().stream().mapToLong(Remembered::weight).sum();
    var oldest = answers.values().iterator();
    while (items > mostItems && oldest.hasNext()) {
      long weight = weight(oldest.next());
      if (weight > 0) {
        oldest.remove();
        items -= weight;
      }
    }
  }

  private static <T> long weight(CompletableFuture<List<T>> answer) {
    return answer.isDone() && !answer.isCompletedExceptionally() ? 1 + answer.join().size() : 0;
  }

  private static <T> List<T> joined(CompletableFuture<List<T>> known) {
    try {
      return known.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failure;
    }
  }
}
