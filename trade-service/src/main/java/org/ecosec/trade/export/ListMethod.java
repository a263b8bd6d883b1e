package org.ecosec.trade.export;

import io.quarkus.arc.Arc;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A list of the API: the resource method that answers a page of it, called as a request would. */
record ListMethod(Class<?> resource, Method method) {

  Type itemType() {
    return ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
  }

  /** The names of the query parameters that it reads. */
  Set<String> parameters() {
    var names = new TreeSet<String>();
    for (Parameter parameter : method.getParameters()) {
      elements(parameter).stream()
          .filter(element -> element.isAnnotationPresent(QueryParam.class))
          .forEach(element -> names.add(element.getAnnotation(QueryParam.class).value()));
    }
    return names;
  }

  Page<?> page(Map<String, String> path, Map<String, String> query)
      throws ReflectiveOperationException {
    var arguments = new ArrayList<@Nullable Object>();
    for (Parameter parameter : method.getParameters()) {
      arguments.add(argument(parameter, path, query));
    }
    try {
      return (Page<?>) method.invoke(Arc.container().instance(resource).get(), arguments.toArray());
    } catch (InvocationTargetException failure) {
      // A refusal of the list is one of the export too.
      if (failure.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw failure;
    }
  }

  private static @Nullable Object argument(
      Parameter parameter, Map<String, String> path, Map<String, String> query)
      throws ReflectiveOperationException {
    if (parameter.isAnnotationPresent(BeanParam.class)) {
      var constructor = parameter.getType().getDeclaredConstructor();
      constructor.setAccessible(true);
      var bean = constructor.newInstance();
      for (Field field : fields(parameter.getType())) {
        field.setAccessible(true);
        var value = value(field, field.getType(), query);
        if (value != null) {
          field.set(bean, value);
        }
      }
      return bean;
    }
    var inPath = parameter.getAnnotation(PathParam.class);
    return inPath == null ? value(parameter, parameter.getType(), query) : path.get(inPath.value());
  }

  private static @Nullable Object value(
      AnnotatedElement element, Class<?> type, Map<String, String> query) {
    var named = element.getAnnotation(QueryParam.class);
    var otherwise = element.getAnnotation(DefaultValue.class);
    var text = named == null ? null : query.get(named.value());
    if (text == null && otherwise != null) {
      text = otherwise.value();
    }
    if (type == boolean.class || type == Boolean.class) {
      return (text == null && type == Boolean.class) ? null : Boolean.valueOf(text);
    }
    return text != null && (type == int.class || type == Integer.class)
        ? number(text, named == null ? "" : named.value())
        : text;
  }

  private static Integer number(String text, String name) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException wrong) {
      throw Problem.badRequest("bad-number", name + " takes a whole number.")
          .at("query:" + name, "is not a whole number");
    }
  }

  private static List<AnnotatedElement> elements(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        ? List.copyOf(fields(parameter.getType()))
        : List.of(parameter);
  }

  private static List<Field> fields(Class<?> type) {
    var fields = new ArrayList<Field>();
    for (Class<?> level = type;
        level != null && level != Object.class;
        level = level.getSuperclass()) {
      Arrays.stream(level.getDeclaredFields())
          .filter(field -> field.isAnnotationPresent(QueryParam.class))
          .forEach(fields::add);
    }
    return fields;
  }
}
