#!/usr/bin/env bash
# Prints the path of a bare Debian in a .tar, with what a desk has: a shell that completes, manual pages, French. Made by
# debootstrap, as root, and kept in $IPEOS_DEBIAN_ROOT (/var/cache/ipeos-debian-root.tar) for the next time. Where none can be
# had (no mirror answers) it ends with 77.
set -euo pipefail
kept=${IPEOS_DEBIAN_ROOT:-/var/cache/ipeos-debian-root.tar}
if ! [ -s "$kept" ]; then
  work=$(mktemp -d)
  trap 'rm -rf --one-file-system "$work"' EXIT
  debootstrap --variant=minbase --include=bash-completion,man-db,locales bookworm "$work/root" >"$work/log" 2>&1 ||
    { tail -20 "$work/log" >&2; printf '✗ no bare Debian can be had here\n' >&2; exit 77; }
  chroot "$work/root" /usr/bin/env PATH=/usr/sbin:/usr/bin:/sbin:/bin localedef -i fr_FR -f UTF-8 fr_FR.UTF-8
  rm -rf "$work"/root/var/cache/apt/archives/*.deb "$work"/root/var/lib/apt/lists/*
  tar -C "$work/root" -cf "$kept.$$" . && mv "$kept.$$" "$kept"
fi
printf '%s\n' "$kept"
