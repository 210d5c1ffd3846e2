#!/usr/bin/env bash
# Installs the RPM below a bare system without Node.js or git, looks at what is there, upgrades and erases it. As root, with
# debootstrap and rpm. That system is a Debian: what it needs of other packages is not looked up, but loaded.
#
#   packaging/try-rpm.sh [release/ipeos-0.1.0-1.x86_64.rpm]
#
# Without a package it makes one of what `npm run build` built, by rpmbuild.
set -euo pipefail
[ -n "${IPEOS_OWN_MOUNTS:-}" ] || IPEOS_OWN_MOUNTS=1 exec unshare --mount --propagation private "$0" "$@"

project=$(cd "$(dirname "$0")/.." && pwd)
kept=$("$project/packaging/bare-debian.sh")
work=$(mktemp -d)
root=$work/root
trap 'umount -l "$root"/* 2>/dev/null || :; rm -rf --one-file-system "$work"' EXIT

step() { printf '\n── %s\n' "$1"; }
fail() { printf '✗ %s\n' "$1" >&2; exit 1; }
has() { case "$1" in *"$2"*) ;; *) printf '%s\n' "$1" >&2; fail "«$2» was expected" ;; esac; }
rpms() { rpm --root "$root" --dbpath /var/lib/rpm "$@"; }
there() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG="${lang:-C.UTF-8}" chroot "$root" "$@"; }
# What is not of rpm itself.
files() { there find / -xdev \( -path /proc -o -path /root -o -path /tmp -o -path '*/rpm' \) -prune -o -print | sort; }

if [ $# -gt 0 ]; then package=$(readlink -f "$1"); else package=$(node "$project/scripts/release/trial.mjs" rpm "$work"); fi

step 'what it needs'
has "$(rpm -qpR "$package")" 'libc.so.6(GLIBC_2.28)(64bit)'

step 'installed'
mkdir "$root"
tar -C "$root" -xf "$kept"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/tmp"
# As RPM systems have it from the start.
mkdir -p "$root/usr/share/man/fr/man7"
rpms --initdb
files >"$work/before"
rpms -i --nodeps "$package"
rpms -V --nodeps ipeos || fail 'what lies there is not what the package holds'
has "$(rpms -q ipeos)" "$(rpm -qp "$package")"
has "$(there env IPEOS_USER=alice IPEOS_PASSWORD=alice-secret ipeos ticket show 15 --sandbox --json --jq .id)" 15
has "$(lang=fr_FR.UTF-8 there man -w ipeos-ticket-new)" /fr/man1/
has "$(there man -w ipeos-exit-codes)" /usr/share/man/man7/
has "$(there bash -c '. /usr/share/bash-completion/bash_completion; _completion_loader ipeos || :; COMP_WORDS=(ipeos ticket ne) COMP_CWORD=2 COMP_LINE="ipeos ticket ne" COMP_POINT=15; _ipeos; echo "${COMPREPLY[@]}"')" new
for file in zsh/site-functions/_ipeos fish/vendor_completions.d/ipeos.fish ipeos/completions/fr/_ipeos; do
  [ -s "$root/usr/share/$file" ] || fail "$file is not there"
done

step 'once more over it, and gone, but for the settings of the computer'
echo '{}' >"$root/etc/ipeos/organisation.json"
rpms -U --nodeps --force "$package"
rpms -e ipeos
[ "$(cat "$root/etc/ipeos/organisation.json")" = '{}' ] || fail 'the settings of the computer were taken along'
rm -r "$root/etc/ipeos"
files | diff "$work/before" - || fail 'something was left behind'

printf '\n✓ all of it\n'
