# The program alone, linked statically: `docker build --tag statuscraft .`
#
#   docker run --rm statuscraft 404 flask
#   docker run --rm --volume "$PWD:/work" --user "$(id -u):$(id -g)" statuscraft update docs
FROM rust:1.95.0-alpine AS build
WORKDIR /source
COPY . .
RUN cargo build --locked --profile dist

FROM scratch
COPY --from=build /source/target/dist/statuscraft /statuscraft
COPY --from=build /source/LICENSE-APACHE /source/LICENSE-MIT /
WORKDIR /work
USER 65534:65534
ENTRYPOINT ["/statuscraft"]
