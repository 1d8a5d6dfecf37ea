package io.coreyield.benchmarks.campaign.session;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.openjdk.jmh.runner.Runner;

/** Which versions measure. */
public final class Versions {

  private Versions() {}

  public static String tool() {
    return property(Versions.class, "/coreyield.properties", "version");
  }

  public static String jmh() {
    return property(Runner.class, "/jmh.properties", "jmh.version");
  }

  private static String property(Class<?> owner, String resource, String key) {
    try (InputStream stream = owner.getResourceAsStream(resource)) {
      Properties properties = new Properties();
      if (stream != null) {
        properties.load(stream);
      }
      return properties.getProperty(key, "unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
