# A static program and nothing else: no shell, no libraries, no certificates,
# as it opens no connection. Policies and schemas are embedded.
# Pinned, as a tag can be moved. The program builds with any Go from 1.26 on.
FROM golang:1.26@sha256:3aff6657219a4d9c14e27fb1d8976c49c29fddb70ba835014f477e1c70636647 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/evaluate ./cmd/evaluate

FROM scratch
COPY --from=build /out/evaluate /evaluate
# What the licences of the linked modules ask for.
COPY LICENSE NOTICE /
# Nobody: reports go to a directory that this user may write, or to standard output.
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/evaluate"]
