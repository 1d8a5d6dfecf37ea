#!/usr/bin/env python3
"""Checks a directory that `mvn -Prelease deploy` filled against what Maven Central asks for.

    dist/check-staging.py DIR

Each module needs a POM with its required fields, here or in its parent's; jars also sources and Javadoc;
each file a signature that gpg accepts, and checksums that are its own. Prints what is wrong, a line each,
and ends with 1 if anything is; with 2 where there is nothing to check.
"""
import hashlib
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as xml

NAMESPACE = {"m": "http://maven.apache.org/POM/4.0.0"}
REQUIRED = ("name", "description", "url", "licenses/m:license/m:name", "licenses/m:license/m:url",
            "developers/m:developer/m:name", "scm/m:connection", "scm/m:url")
OWN = ("name", "description")
BESIDE_A_JAR = ("", "-sources", "-javadoc")
NOT_CHECKED = (".asc", ".md5", ".sha1", ".sha256", ".sha512")


def text(pom, path):
    found = pom.find("m:" + path, NAMESPACE)
    return "" if found is None else (found.text or "").strip()


def fields(pom, parent):
    for path in REQUIRED:
        inherited = "" if parent is None or path in OWN else text(parent, path)
        value = text(pom, path) or inherited
        if not value:
            yield "has no " + path.replace("m:", "")
        elif "OWNER" in value or "${" in value:
            yield f"has no real {path.replace('m:', '')}: {value}"
    if text(pom, "version").endswith("-SNAPSHOT"):
        yield "is a snapshot"


def checksums(file):
    for kind in ("md5", "sha1"):
        beside = file.with_name(f"{file.name}.{kind}")
        if not beside.exists():
            yield f"has no .{kind}"
        elif beside.read_text().split()[0] != hashlib.new(kind, file.read_bytes()).hexdigest():
            yield f"has the .{kind} of another file"


def signature(file):
    beside = file.with_name(file.name + ".asc")
    if not beside.exists():
        yield "has no signature"
    elif subprocess.run(["gpg", "--batch", "--verify", beside, file], capture_output=True).returncode:
        yield "has a signature that gpg does not accept"


def problems(root):
    poms = {pom: xml.parse(pom).getroot() for pom in sorted(root.rglob("*.pom"))}
    named = {text(tree, "artifactId"): tree for tree in poms.values()}
    for pom, tree in poms.items():
        for problem in fields(tree, named.get(text(tree, "parent/m:artifactId"))):
            yield pom, problem
        if text(tree, "packaging") != "pom":
            for suffix in BESIDE_A_JAR:
                jar = pom.with_name(f"{pom.stem}{suffix}.jar")
                if not jar.exists():
                    yield jar, "is missing"
        for file in sorted(pom.parent.iterdir()):
            if file.suffix not in NOT_CHECKED:
                yield from ((file, problem) for test in (checksums, signature) for problem in test(file))


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) == 2 else None
    if root is None or not any(root.rglob("*.pom")):
        sys.exit(print(f"check-staging: {'no POM in ' + str(root) if root else 'needs one directory'}; "
                       "dist/stage makes one", file=sys.stderr) or 2)
    found = [f"{file.relative_to(root)} {problem}" for file, problem in problems(root)]
    print("\n".join(found) if found else "Maven Central would take it.")
    sys.exit(1 if found else 0)


main()
