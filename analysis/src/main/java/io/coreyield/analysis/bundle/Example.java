package io.coreyield.analysis.bundle;

import java.util.Collection;
import java.util.stream.Collectors;

/** {@code latex/example.tex}: a document that uses every file made for LaTeX. */
final class Example {

  private Example() {}

  /**
   * Of a bundle with these files.
   *
   * @param cites whether its methods cite anything: BibTeX fails where nothing does
   */
  static String text(Collection<String> paths, boolean cites) {
    return """
    %% pdflatex example %s&& pdflatex example && pdflatex example
    \\documentclass[10pt,a4paper,twocolumn]{article}
    \\usepackage[T1]{fontenc}
    \\usepackage{textcomp,booktabs,graphicx,url,pgfplots}
    \\pgfplotsset{compat=1.18}
    \\input{macros}
    \\begin{document}
    \\section*{What another worker is worth}
    On \\CyCpu{} (\\CyCores{} cores, \\CyLogicalCpus{} logical CPUs, \\CyOs{}, Java \\CyJava{}): \\CyAnswer{}
    \\section*{Methods}
    \\input{../report/methods}
    \\onecolumn
    \\section*{Figures}
    %s
    \\section*{Tables}
    %s
    %s\\end{document}
    """
        .formatted(
            cites ? "&& bibtex example " : "",
            figures(paths),
            tables(paths),
            cites ? "\\bibliographystyle{plain}\n\\bibliography{../report/methods}\n" : "");
  }

  private static String figures(Collection<String> paths) {
    return paths.stream()
        .filter(path -> isSource(path) || isFigure(path))
        .map(path ->
            isSource(path)
                ? "\\par\\input{" + path.substring("latex/".length(), path.length() - 4) + "}"
                : "\\par\\includegraphics{../" + path + "}")
        .collect(Collectors.joining("\n"));
  }

  private static boolean isSource(String path) {
    return path.startsWith("latex/scaling-") || path.equals("latex/yields.tex");
  }

  private static boolean isFigure(String path) {
    return path.startsWith("report/figures/one-column/") && path.endsWith(".pdf");
  }

  private static String tables(Collection<String> paths) {
    return paths.stream()
        .filter(path -> path.startsWith("report/tables/") && path.endsWith(".tex"))
        .map(path -> path.substring(0, path.length() - 4))
        .map(path ->
            "\\par\\bigskip\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{\\input{../"
                + path
                + "}}")
        .collect(Collectors.joining("\n"));
  }
}
