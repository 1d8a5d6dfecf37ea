package io.coreyield.analysis.report;

import io.coreyield.analysis.model.trial.RunInfo;

/** What the methods text may cite, by year; software first. */
enum Reference {
  COREYIELD(
      "coreyield",
      "the CoreYield authors",
      """
      @misc{coreyield,
        author = {{The CoreYield authors}},
        title = {{CoreYield}},
        note = {Version %s}
      }
      """),
  JMH(
      "jmh",
      "OpenJDK",
      """
      @misc{jmh,
        author = {{OpenJDK}},
        title = {{JMH}: {Java} Microbenchmark Harness},
        howpublished = {\\url{https://github.com/openjdk/jmh}},
        note = {Version %s}
      }
      """),
  OSHI(
      "oshi",
      "the OSHI contributors",
      """
      @misc{oshi,
        author = {{The OSHI Project Contributors}},
        title = {{OSHI}: Native Operating System and Hardware Information for {Java}},
        howpublished = {\\url{https://github.com/oshi/oshi}}
      }
      """),
  KENDALL(
      "kendall1942",
      "Kendall 1942",
      """
      @article{kendall1942,
        author = {Kendall, Maurice G.},
        title = {Partial Rank Correlation},
        journal = {Biometrika},
        volume = {32},
        number = {3/4},
        pages = {277--283},
        year = {1942}
      }
      """),
  FIELLER(
      "fieller1954",
      "Fieller 1954",
      """
      @article{fieller1954,
        author = {Fieller, Edgar C.},
        title = {Some Problems in Interval Estimation},
        journal = {Journal of the Royal Statistical Society. Series B (Methodological)},
        volume = {16},
        number = {2},
        pages = {175--185},
        year = {1954},
        doi = {10.1111/j.2517-6161.1954.tb00159.x}
      }
      """),
  AMDAHL(
      "amdahl1967",
      "Amdahl 1967",
      """
      @inproceedings{amdahl1967,
        author = {Amdahl, Gene M.},
        title = {Validity of the Single Processor Approach to Achieving Large Scale Computing Capabilities},
        booktitle = {Proceedings of the Spring Joint Computer Conference ({AFIPS} '67)},
        pages = {483--485},
        year = {1967},
        doi = {10.1145/1465482.1465560}
      }
      """),
  SIDAK(
      "sidak1967",
      "Šidák 1967",
      """
      @article{sidak1967,
        author = {{\\v{S}}id{\\'a}k, Zbyn{\\v{e}}k},
        title = {Rectangular Confidence Regions for the Means of Multivariate Normal Distributions},
        journal = {Journal of the American Statistical Association},
        volume = {62},
        number = {318},
        pages = {626--633},
        year = {1967},
        doi = {10.1080/01621459.1967.10482935}
      }
      """),
  EFRON(
      "efron1987",
      "Efron 1987",
      """
      @article{efron1987,
        author = {Efron, Bradley},
        title = {Better Bootstrap Confidence Intervals},
        journal = {Journal of the American Statistical Association},
        volume = {82},
        number = {397},
        pages = {171--185},
        year = {1987},
        doi = {10.1080/01621459.1987.10478410}
      }
      """),
  BLOOM(
      "bloom1995",
      "Bloom 1995",
      """
      @article{bloom1995,
        author = {Bloom, Howard S.},
        title = {Minimum Detectable Effects: A Simple Way to Report the Statistical Power of Experimental Designs},
        journal = {Evaluation Review},
        volume = {19},
        number = {5},
        pages = {547--556},
        year = {1995},
        doi = {10.1177/0193841X9501900504}
      }
      """),
  DAVISON(
      "davison1997",
      "Davison and Hinkley 1997",
      """
      @book{davison1997,
        author = {Davison, Anthony C. and Hinkley, David V.},
        title = {Bootstrap Methods and Their Application},
        publisher = {Cambridge University Press},
        year = {1997},
        doi = {10.1017/CBO9780511802843}
      }
      """),
  GEORGES(
      "georges2007",
      "Georges et al. 2007",
      """
      @inproceedings{georges2007,
        author = {Georges, Andy and Buytaert, Dries and Eeckhout, Lieven},
        title = {Statistically Rigorous {Java} Performance Evaluation},
        booktitle = {Proceedings of the 22nd Annual {ACM} {SIGPLAN} Conference on Object-Oriented Programming Systems, Languages and Applications ({OOPSLA} '07)},
        pages = {57--76},
        publisher = {{ACM}},
        year = {2007},
        doi = {10.1145/1297027.1297033}
      }
      """),
  GUNTHER(
      "gunther2007",
      "Gunther 2007",
      """
      @book{gunther2007,
        author = {Gunther, Neil J.},
        title = {Guerrilla Capacity Planning: A Tactical Approach to Planning for Highly Scalable Applications and Services},
        publisher = {Springer},
        year = {2007},
        doi = {10.1007/978-3-540-31010-5}
      }
      """),
  KILLICK(
      "killick2012",
      "Killick et al. 2012",
      """
      @article{killick2012,
        author = {Killick, Rebecca and Fearnhead, Paul and Eckley, Idris A.},
        title = {Optimal Detection of Changepoints With a Linear Computational Cost},
        journal = {Journal of the American Statistical Association},
        volume = {107},
        number = {500},
        pages = {1590--1598},
        year = {2012},
        doi = {10.1080/01621459.2012.737745}
      }
      """),
  KALIBERA(
      "kalibera2013",
      "Kalibera and Jones 2013",
      """
      @inproceedings{kalibera2013,
        author = {Kalibera, Tomas and Jones, Richard},
        title = {Rigorous Benchmarking in Reasonable Time},
        booktitle = {Proceedings of the 2013 {ACM} {SIGPLAN} International Symposium on Memory Management ({ISMM} '13)},
        pages = {63--74},
        publisher = {{ACM}},
        year = {2013},
        doi = {10.1145/2464157.2464160}
      }
      """),
  HESTERBERG(
      "hesterberg2015",
      "Hesterberg 2015",
      """
      @article{hesterberg2015,
        author = {Hesterberg, Tim C.},
        title = {What Teachers Should Know About the Bootstrap: Resampling in the Undergraduate Statistics Curriculum},
        journal = {The American Statistician},
        volume = {69},
        number = {4},
        pages = {371--386},
        year = {2015},
        doi = {10.1080/00031305.2015.1089789}
      }
      """),
  ABEDI(
      "abedi2017",
      "Abedi and Brecht 2017",
      """
      @inproceedings{abedi2017,
        author = {Abedi, Ali and Brecht, Tim},
        title = {Conducting Repeatable Experiments in Highly Variable Cloud Computing Environments},
        booktitle = {Proceedings of the 8th {ACM/SPEC} International Conference on Performance Engineering ({ICPE} '17)},
        pages = {287--292},
        publisher = {{ACM}},
        year = {2017},
        doi = {10.1145/3030207.3030229}
      }
      """),
  BARRETT(
      "barrett2017",
      "Barrett et al. 2017",
      """
      @article{barrett2017,
        author = {Barrett, Edd and Bolz-Tereick, Carl Friedrich and Killick, Rebecca and Mount, Sarah and Tratt, Laurence},
        title = {Virtual Machine Warmup Blows Hot and Cold},
        journal = {Proceedings of the {ACM} on Programming Languages},
        volume = {1},
        number = {{OOPSLA}},
        pages = {52:1--52:27},
        year = {2017},
        doi = {10.1145/3133876}
      }
      """),
  LAABER(
      "laaber2020",
      "Laaber et al. 2020",
      """
      @inproceedings{laaber2020,
        author = {Laaber, Christoph and W{\\"u}rsten, Stefan and Gall, Harald C. and Leitner, Philipp},
        title = {Dynamically Reconfiguring Software Microbenchmarks: Reducing Execution Time Without Sacrificing Result Quality},
        booktitle = {Proceedings of the 28th {ACM} Joint European Software Engineering Conference and Symposium on the Foundations of Software Engineering ({ESEC/FSE} 2020)},
        pages = {989--1001},
        publisher = {{ACM}},
        year = {2020},
        doi = {10.1145/3368089.3409683}
      }
      """);

  private final String key;
  private final String words;
  private final String bibtex;

  Reference(String key, String words, String bibtex) {
    this.key = key;
    this.words = words;
    this.bibtex = bibtex;
  }

  /** Its key in BibTeX. */
  String key() {
    return key;
  }

  /** As it stands in a text: {@code Georges et al. 2007}. */
  String words() {
    return words;
  }

  /** Its entry in BibTeX; of software with the version that ran. */
  String bibtex(RunInfo info) {
    return switch (this) {
      case COREYIELD -> bibtex.formatted(Bibliography.escaped(info.toolVersion()));
      case JMH -> bibtex.formatted(Bibliography.escaped(info.jmhVersion()));
      default -> bibtex;
    };
  }
}
