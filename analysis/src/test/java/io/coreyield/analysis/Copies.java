package io.coreyield.analysis;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of records with some components changed. */
public final class Copies {

  private Copies() {}

  /**
   * The same record with other values of some components.
   *
   * @param changes name and value of each component that differs from the original
   */
  public static <T extends Record> T with(T original, @Nullable Object... changes) {
    Map<Object, @Nullable Object> left = new HashMap<>();
    for (int i = 0; i < changes.length; i += 2) {
      left.put(String.valueOf(changes[i]), changes[i + 1]);
    }
    RecordComponent[] components = original.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        String name = components[i].getName();
        types[i] = components[i].getType();
        components[i].getAccessor().setAccessible(true);
        values[i] =
            left.containsKey(name)
                ? left.remove(name)
                : components[i].getAccessor().invoke(original);
      }
      if (!left.isEmpty()) {
        throw new IllegalArgumentException(original.getClass() + " has no " + left.keySet());
      }
      @SuppressWarnings("unchecked")
      Constructor<T> canonical = (Constructor<T>) original.getClass().getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException refusal
          ? refusal
          : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
