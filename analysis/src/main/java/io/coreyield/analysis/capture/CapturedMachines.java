package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.RecordingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which captures are of one machine: those of several are a run each. */
public final class CapturedMachines {

  /** For series without a platform in a file where others have one. */
  private static final String NOT_NAMED = "not-named";

  private CapturedMachines() {}

  /**
   * Puts captures together.
   *
   * @param files the captures of each file
   * @return captures by the name of their machine, fit for a directory, in the order of the files;
   *     one entry where no file holds several machines
   * @throws RecordingException if one file holds several and another does not say which it is of
   */
  public static Map<String, List<Capture>> of(List<List<Capture>> files) throws RecordingException {
    Map<String, List<Capture>> machines = new LinkedHashMap<>();
    boolean isOne = files.stream().allMatch(captures -> captures.size() == 1);
    for (List<Capture> captures : files) {
      for (Capture capture : captures) {
        if (!isOne && !capture.tool().equals("psutil")) {
          throw new RecordingException(
              capture.file(),
              "does not say which machine it is of, and another file holds several: import it as a run of its own, or choose one with --platform");
        }
        machines
            .computeIfAbsent(isOne ? NOT_NAMED : name(capture), name -> new ArrayList<>())
            .add(capture);
      }
    }
    if (machines.isEmpty()) {
      machines.put(NOT_NAMED, List.of());
    }
    return machines;
  }

  private static String name(Capture capture) {
    String os = capture.system().os();
    return os == null ? NOT_NAMED : os.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
  }
}
