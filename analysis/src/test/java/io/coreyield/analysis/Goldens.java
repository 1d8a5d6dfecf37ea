package io.coreyield.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;

/**
 * Copies of drawings beside a test, so that a change shows as a diff. After a wanted change, the
 * system property {@code goldens} names the directory of the resources beside that test to write
 * them anew: look at each before it is committed.
 */
public final class Goldens {

  private Goldens() {}

  /**
   * A test for each drawing, and one that none is missing.
   *
   * @param test whose resources hold the copies
   * @param directory of them
   * @param drawings by their file names
   */
  public static List<DynamicTest> tests(
      Class<?> test, String directory, Map<String, String> drawings) throws IOException {
    String where = System.getProperty("goldens");
    if (where != null) {
      Path written = Files.createDirectories(Path.of(where, directory));
      for (Map.Entry<String, String> drawing : drawings.entrySet()) {
        Files.writeString(written.resolve(drawing.getKey()), drawing.getValue());
      }
    }
    List<DynamicTest> tests = new ArrayList<>();
    Path copies = copies(test, directory);
    tests.add(
        DynamicTest.dynamicTest(
            "none is missing",
            () ->
                assertThat(drawings.keySet()).containsExactlyInAnyOrderElementsOf(names(copies))));
    drawings.forEach((name, drawing) ->
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> assertThat(copies.resolve(name)).content(UTF_8).isEqualTo(drawing))));
    return tests;
  }

  private static Path copies(Class<?> test, String directory) {
    try {
      return Path.of(
          Objects.requireNonNull(test.getResource(directory), "no goldens in " + directory)
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> names(Path copies) throws IOException {
    try (Stream<Path> files = Files.list(copies)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /**
   * The size and a hash of the pixels of a PNG in a {@code data:} address: how they are packed is
   * the business of whoever packs them.
   */
  public static String pixels(String dataUri) {
    byte[] png = Base64.getMimeDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1));
    try {
      BufferedImage image =
          Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "no image");
      int[] all =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      return "%d × %d pixels, hash %08x"
          .formatted(image.getWidth(), image.getHeight(), Arrays.hashCode(all));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
