#!/usr/bin/env bash
# Builds the image of packaging/container as its first lines say, and runs it as they say: by podman, as root, without a
# daemon and without a registry, on the bare Debian in place of debian:12-slim. It needs debootstrap, podman and crun.
#
#   packaging/try-container.sh release/ipeos_0.1.0_amd64.deb
set -euo pipefail
[ -n "${IPEOS_OWN_MOUNTS:-}" ] || IPEOS_OWN_MOUNTS=1 exec unshare --mount --propagation private "$0" "$@"
# What crun makes of both kinds of control groups at once is a refusal; we limit nothing.
umount /sys/fs/cgroup/* 2>/dev/null || true

project=$(cd "$(dirname "$0")/.." && pwd)
package=$(readlink -f "$1")
kept=$("$project/packaging/bare-debian.sh")
work=$(mktemp -d)
here() { podman --root "$work/storage" --runroot "$work/run" --storage-driver overlay --cgroup-manager cgroupfs "$@"; }
trap 'here rm --all --force >/dev/null 2>&1 || :; rm -rf --one-file-system "$work"' EXIT

step() { printf '\n── %s\n' "$1"; }
fail() { printf '✗ %s\n' "$1" >&2; exit 1; }
same() { [ "$1" = "$2" ] || fail "«$2» was expected, not «$1»"; }
# As `docker run --read-only`, which makes no exception for /tmp.
start() {
  here run --read-only --read-only-tmpfs=false --network host --cgroups disabled --ulimit nofile=1024:1024 --ulimit nproc=1024:1024 \
    -v "$work/password:/run/secrets/ipeos:ro" -e IPEOS_USER=alice -e IPEOS_PASSWORD_FILE=/run/secrets/ipeos "$@"
}
# Each time another container, on one volume.
ipeos() { start --rm -v ipeos:/var/lib/ipeos ipeos "$@"; }
# And on none, as a runner starts them.
job() { start --rm --entrypoint sh "$@"; }

step 'the image'
mkdir "$work/release" && cp "$package" "$work/release/"
printf 'alice-secret\n' >"$work/password" && chmod 444 "$work/password"
here import --quiet "$kept" localhost/bare-debian
here build --quiet --isolation chroot --build-arg BASE=localhost/bare-debian \
  -f "$project/packaging/container/Dockerfile" --build-context "ipeos=$project" -t ipeos "$work/release/"

step 'nobody in particular, and a root file system that nothing writes to'
same "$(ipeos --version)" "$(dpkg-deb -f "$package" Version)"
same "$(job ipeos -c 'id -u; pwd; touch /there /tmp/there 2>/dev/null || echo no')" "$(printf '10001\n/var/lib/ipeos\nno')"

step 'the state is in the volume, and the password comes from a file'
number=$(ipeos ticket new --sandbox --title 'From a container' --description 'It works.' --category 'Site web' --yes)
same "$(ipeos ticket show "$number" --sandbox --json title --jq .title)" 'From a container'

step 'a failed job of GitLab, twice: one ticket'
start --detach --name platform ipeos sandbox start --port 0 >/dev/null
for _ in $(seq 100); do url=$(here logs platform 2>&1 | grep -om1 'http://127[0-9.]*:[0-9]*') && break; sleep 0.1; done
# What the template says: an image without its entrypoint, and one line, in a shell that ends at the first failure.
failed() { job -e "IPEOS_URL=$url" -e TICKET_TITLE='web: failed' -e TICKET_KEY=web/main ipeos -ec open-ticket; }
number=$(failed)
same "$(failed)" "$number"
same "$(ipeos ticket list --url "$url" --json title --jq '[.[] | select(.title == "web: failed")] | length')" 1

printf '\n✓ all of it\n'
