package io.coreyield.analysis.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest names. */
public final class JarVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = JarVersion.class.getPackage().getImplementationVersion();
    return new String[] {"CoreYield " + (version == null ? "(built from sources)" : version)};
  }
}
