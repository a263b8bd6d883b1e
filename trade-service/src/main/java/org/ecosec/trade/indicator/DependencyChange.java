package org.ecosec.trade.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.ecosec.trade.indicator.Dependencies.State;
import org.jspecify.annotations.Nullable;

/** GeoDep's verdict of a product's newest year, beside the one before the change told of. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DependencyChange(
    @Nullable String verdict,
    List<String> reasons,
    int yearsMet,
    @Nullable String previousVerdict,
    boolean changed,
    String methodVersion) {

  static DependencyChange of(State now, @Nullable State before) {
    var previous = before == null ? null : before.verdict();
    return new DependencyChange(
        now.verdict(),
        now.reasons(),
        now.yearsMet(),
        previous,
        before != null && !Objects.equals(now.verdict(), previous),
        DependencyView.METHOD);
  }
}
