# What R makes of same-data.csv: Rscript same-data.R > same-data-r.csv
# Of R itself, with its packages boot and nlme.
library(boot)
library(nlme)
d <- read.csv("same-data.csv")
forks <- aggregate(elements_per_second ~ round + workers, d, mean)
one <- forks[forks$workers == 1, "elements_per_second"]
two <- forks[forks$workers == 2, "elements_per_second"]

row <- function(figure, value, low = NA, high = NA)
  cat(sprintf("%s,%.10g,%.10g,%.10g\n", figure, value, low, high))
of <- function(figure, test, change = identity)
  row(figure, change(unname(test$estimate[1])), change(test$conf.int[1]), change(test$conf.int[2]))

cat("figure,value,low,high\n")
of("throughput-1", t.test(one))
of("throughput-2", t.test(two))
of("speed-up-paired", t.test(log(two / one)), exp)

# The ratios that Welch's test of two - ratio * one does not refuse.
refused <- function(ratio) t.test(two, ratio * one)$p.value - 0.05
ratio <- mean(two) / mean(one)
row("speed-up-independent", ratio,
    uniroot(refused, c(0.5, 1) * ratio, tol = 1e-12)$root,
    uniroot(refused, c(1, 2) * ratio, tol = 1e-12)$root)

# Restricted maximum likelihood; with equally many iterations in all forks, and forks that do vary,
# it is the analysis of variance.
varies <- VarCorr(lme(elements_per_second ~ 1, random = ~ 1 | round, data = d[d$workers == 1, ]))
row("deviation-between-forks", as.numeric(varies["(Intercept)", "StdDev"]))
row("deviation-within-forks", as.numeric(varies["Residual", "StdDev"]))

set.seed(1)
draws <- boot(one, function(x, drawn) mean(x[drawn]), R = 2000)
percentiles <- boot.ci(draws, type = "perc")$percent
row("bootstrap", mean(one), percentiles[4], percentiles[5])

row("spearman", cor(d[d$workers == 2, "elements_per_second"], d[d$workers == 2, "on_cpu_fraction"],
                    method = "spearman"))
