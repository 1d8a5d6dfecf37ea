"""same-data.csv from the raw run: python3 same-data.py RUN > same-data.csv"""

import json
import sys

print("workers,round,iteration,ms_per_operation,elements_per_second,on_cpu_fraction")
for line in open(f"{sys.argv[1]}/trials.jsonl"):
    trial = json.loads(line)
    if trial["workload"]["kind"] != "summation":
        continue
    configuration = trial["workload"]["configuration"]
    elements = configuration["elements"] * configuration["workers"]
    for i in trial["iterations"]:
        if i["phase"] == "measurement":
            seconds = (i["endNs"] - i["startNs"]) / 1e9
            on_cpu = min(w["cpuNs"] / w["busyNs"] for w in i["workers"])
            print(configuration["workers"], trial["round"], i["index"], i["score"],
                  i["operations"] * elements / seconds, on_cpu, sep=",")
