package io.coreyield.analysis.recording.file;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names in a zip file: none may lead out of it, or be another's on some file system. */
final class EntryNames {

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\uFFFD]");
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  private final Set<String> files = new HashSet<>();
  private final Set<String> directories = new HashSet<>();
  private final Set<String> named = new HashSet<>();

  /** Takes a name; says what is wrong with it, or null. */
  @Nullable String fault(String name) {
    String fault = faultOfItself(name);
    if (fault != null) {
      return fault;
    }
    String key = key(name);
    if (!named.add(key)) {
      return "occurs twice, after upper and lower case and accents are made alike";
    }
    boolean isDirectory = key.endsWith("/");
    String path = isDirectory ? key.substring(0, key.length() - 1) : key;
    (isDirectory ? directories : files).add(path);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      directories.add(path.substring(0, slash));
    }
    return null;
  }

  /** A name that is both a file and a directory; null if there is none. */
  @Nullable String fileAndDirectory() {
    return files.stream().filter(directories::contains).sorted().findFirst().orElse(null);
  }

  private static @Nullable String faultOfItself(String name) {
    if (name.isEmpty() || UNSEEN.matcher(name).find()) {
      return "has no readable name";
    }
    if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
      return "has an absolute path";
    }
    if (name.indexOf('\\') >= 0) {
      return "has a backslash in its path";
    }
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    for (String step : path.split("/", -1)) {
      if (step.isEmpty() || step.equals(".") || step.equals("..")) {
        return "has a path with '%s' in it".formatted(step.isEmpty() ? "//" : step);
      }
    }
    return null;
  }

  private static String key(String name) {
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }
}
