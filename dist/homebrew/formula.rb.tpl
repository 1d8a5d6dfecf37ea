class {{brewFormulaName}} < Formula
  desc "{{projectDescription}}"
  homepage "{{projectLinkHomepage}}"
  url "{{distributionUrl}}"
  version "{{projectVersion}}"
  sha256 "{{distributionChecksumSha256}}"
  license "{{projectLicense}}"

  depends_on "openjdk@{{distributionJavaVersion}}"

  # Homebrew puts no versioned Java on the path, so the launcher is told where it is.
  def install
    libexec.install Dir["*"]
    (bin/"{{distributionExecutableName}}").write_env_script libexec/"bin/{{distributionExecutableName}}",
      Language::Java.overridable_java_home_env("{{distributionJavaVersion}}")
    generate_completions_from_executable(bin/"{{distributionExecutableName}}", "completion",
      shells: [:bash], shell_parameter_format: :none)
  end

  test do
    assert_match "{{projectVersion}}", shell_output("#{bin}/{{distributionExecutableName}} --version")
  end
end
