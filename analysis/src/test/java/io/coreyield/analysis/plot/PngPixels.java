package io.coreyield.analysis.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.imageio.ImageIO;

/** What an image inside a golden shows: how it is packed is the business of whoever packs it. */
public final class PngPixels {

  private PngPixels() {}

  /** The size and a hash of the pixels of a PNG in a {@code data:} address. */
  public static String of(String dataUri) {
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
