# CoreYield in a container: see docs/INSTALL.md for what the flags of `docker run` change.
#
#   docker build -t coreyield .
#   docker run --rm -v "$PWD:/results" --user "$(id -u):$(id -g)" coreyield

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
# Takes what `./run.sh dist` made, where it lies in target.
RUN set -eu; \
    if ! ls target/coreyield-*.tar.gz >/dev/null 2>&1; then \
      apt-get -qq update; \
      apt-get -qq -y --no-install-recommends install maven; \
      ./run.sh dist; \
    fi; \
    mkdir -p /opt/coreyield; \
    tar -xzf target/coreyield-*.tar.gz -C /opt/coreyield --strip-components=1

FROM debian:bookworm-slim
COPY --from=build /opt/coreyield /opt/coreyield
RUN useradd --uid 1000 --create-home coreyield && install -d -o coreyield /results
# A user that --user names may have no home.
ENV PATH=/opt/coreyield/bin:$PATH XDG_CACHE_HOME=/tmp
USER coreyield
WORKDIR /results
ENTRYPOINT ["coreyield"]
