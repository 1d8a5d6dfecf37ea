package io.coreyield.analysis.report.page;

import java.util.Locale;

/**
 * A place elsewhere. A page never opens it by itself.
 *
 * @param text what it is called
 * @param address begins with {@code https://}, or is empty: then it is no link
 */
public record Link(String text, String address) {

  private static final String SCHEME = "https://";

  /** Drops an address of another scheme: it might be a script. */
  public Link {
    address = address.toLowerCase(Locale.ROOT).startsWith(SCHEME) ? address : "";
  }

  /** Whether there is something to follow. */
  public boolean isLink() {
    return !address.isEmpty();
  }
}
