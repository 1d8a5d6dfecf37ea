# A check of ReFrame: what a hyperthread adds to code that fills the integer units, node by node.
#   reframe -c fleet/reframe/coreyield_check.py -S jar=/shared/benchmarks.jar --distribute=idle -r
import json
import os

import reframe as rfm
import reframe.utility.sanity as sn
from reframe.core.builtins import performance_function, run_before, sanity_function, variable


@rfm.simple_test
class CoreYieldCheck(rfm.RunOnlyRegressionTest):
    descr = "SMT yield by pairs"
    valid_systems = ["*"]
    valid_prog_environs = ["*"]
    jar = variable(str, value="benchmarks.jar")
    budget = variable(str, value="10m")
    executable = "java"
    exclusive_access = True
    num_tasks = 1
    num_tasks_per_node = 1
    use_multithreading = True
    time_limit = "30m"
    keep_files = ["run"]

    @run_before("run")
    def set_options(self):
        # JMH's lock file is in the directory of temporary files, which jobs may share.
        self.prerun_cmds = ["mkdir -p tmp"]
        self.executable_opts = [
            "-Djava.io.tmpdir=tmp",
            "-jar",
            self.jar,
            "run",
            "--budget",
            self.budget,
            "--no-figures",
            "--out",
            "run",
        ]

    @sanity_function
    def has_a_verdict(self):
        return sn.assert_true(os.path.exists(os.path.join(self.stagedir, "run/report/verdict.json")))

    @performance_function("%")
    def smt_yield(self):
        with open(os.path.join(self.stagedir, "run/report/verdict.json"), encoding="utf-8") as file:
            verdict = json.load(file)
        for entry in verdict["yields"]:
            if entry["kernel"] == "range-ilp" and entry["model"] == "platform":
                return 100 * entry["yield"]
        return float("nan")
