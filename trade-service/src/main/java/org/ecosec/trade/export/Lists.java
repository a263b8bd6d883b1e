package org.ecosec.trade.export;

import io.quarkus.arc.Arc;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.security.Roles;

/** Every list that the API has: each GET that answers pages, found by its path. */
@Singleton
class Lists {

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final Map<Pattern, ListMethod> lists = new LinkedHashMap<>();

  /** A list with what its path says, such as the id of a measure. */
  record Found(ListMethod list, Map<String, String> path) {}

  Lists() {
    for (Bean<?> bean :
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
      var type = bean.getBeanClass();
      if (type.isAnnotationPresent(Path.class)) {
        for (Method method : type.getMethods()) {
          if (method.isAnnotationPresent(GET.class)
              && method.getReturnType() == Page.class
              && isForReaders(type, method)) {
            lists.put(pattern(type, method), new ListMethod(type, method));
          }
        }
      }
    }
  }

  Optional<Found> find(String path) {
    for (var list : lists.entrySet()) {
      var matcher = list.getKey().matcher(path);
      if (matcher.matches()) {
        return Optional.of(new Found(list.getValue(), named(matcher)));
      }
    }
    return Optional.empty();
  }

  // A file may be fetched by any reader: a list for others is none here, whoever orders it.
  private static boolean isForReaders(Class<?> type, Method method) {
    var allowed = method.getAnnotation(RolesAllowed.class);
    if (allowed == null) {
      allowed = type.getAnnotation(RolesAllowed.class);
    }
    return allowed != null && Arrays.asList(allowed.value()).contains(Roles.READER);
  }

  private static Map<String, String> named(Matcher matcher) {
    var values = new HashMap<String, String>();
    matcher.namedGroups().keySet().forEach(name -> values.put(name, matcher.group(name)));
    return values;
  }

  private static Pattern pattern(Class<?> type, Method method) {
    var below = method.getAnnotation(Path.class);
    var path = type.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
    return Pattern.compile(
        PARAMETER.matcher(path.replaceAll("/+", "/")).replaceAll("(?<$1>[^/]+)"));
  }
}
