#!/usr/bin/env bash
# Tries the Debian package and the lone executable as a customer would: in a bare Debian, without Node.js or git. As root,
# on a Debian with debootstrap. Out here alone: a session bus with gnome-keyring, as a desk has it, and Node.js with
# `npm ci`, for the fingers that press the keys.
#
#   packaging/try-in-debian.sh [ipeos_0.1.0_amd64.deb]
#
# Without a package it makes one of what `npm run build` built, with the Node.js out here.
# Where no bare Debian can be had (no mirror answers), it ends with 77.
set -euo pipefail
[ -n "${IPEOS_OWN_MOUNTS:-}" ] || IPEOS_OWN_MOUNTS=1 exec unshare --mount --propagation private "$0" "$@"

project=$(cd "$(dirname "$0")/.." && pwd)
kept=$("$project/packaging/bare-debian.sh")
work=$(mktemp -d)
# Mounts are ours alone; what is still on them is not touched.
trap 'umount -l "$work"/root/* "$work/root$work/desk" 2>/dev/null || :; rm -rf --one-file-system "$work"' EXIT
root=$work/root
mkdir "$root"
chmod 755 "$work"

step() { printf '\n── %s\n' "$1"; }
fail() { printf '✗ %s\n' "$1" >&2; exit 1; }
has() { case "$1" in *"$2"*) ;; *) printf '%s\n' "$1" >&2; fail "«$2» was expected" ;; esac; }
# Runs there: as root; as alice, in her home, in French.
there() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
alice() { there su alice -c "cd; export LANG=fr_FR.UTF-8; $1"; }

if [ $# -gt 0 ]; then package=$(readlink -f "$1"); else package=$(node "$project/scripts/release/trial.mjs" deb "$work"); fi

step 'a bare Debian'
tar -C "$root" -xf "$kept"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
# As on computers that let nothing be started from there.
mount -t tmpfs -o mode=1777,noexec,nosuid,nodev tmpfs "$root/tmp"
mkdir -p "$work/desk" "$root$work/desk"
mount --bind "$work/desk" "$root$work/desk"
for tool in node nodejs npm git; do ! there sh -c "command -v $tool" || fail "$tool is there"; done
there useradd --create-home --shell /bin/bash alice
install -m 644 "$package" "$root/root/new.deb"

step 'the version before, and what alice wrote with it'
dpkg-deb -R "$package" "$work/old"
sed -i 's/^Version: .*/Version: 0.0.1/' "$work/old/DEBIAN/control"
dpkg-deb --root-owner-group -Znone -b "$work/old" "$root/root/old.deb" >/dev/null
there dpkg -i /root/old.deb >/dev/null
# Where nobody answers the ticket is kept.
alice 'IPEOS_URL=http://127.0.0.1:9 IPEOS_USER=alice IPEOS_PASSWORD=x ipeos ticket new --title Panne --description Rien. --yes' \
  2>/dev/null && fail 'a ticket without a platform'
drafts=$(alice 'ls ~/.local/state/ipeos/drafts')
[ -n "$drafts" ] || fail 'no draft was kept'

step 'an upgrade, killed and taken up again'
there dpkg -i /root/new.deb >/dev/null 2>&1 & upgrade=$!
sleep 0.3
kill -KILL $upgrade $(pgrep -P $upgrade) 2>/dev/null || true
wait $upgrade 2>/dev/null || true
rm -f "$root/var/lib/dpkg/lock" "$root/var/lib/dpkg/lock-frontend"
alice 'ipeos --version' >/dev/null || fail 'between two versions there is none'
# Cut once more, between unpacking and configuring.
there dpkg --unpack /root/new.deb >/dev/null
has "$(there dpkg-query -Wf '${Status}' ipeos)" 'ok unpacked'
alice 'ipeos --version' >/dev/null || fail 'before it is configured it does not start'
there dpkg --configure -a >/dev/null
version=$(dpkg-deb -f "$package" Version)
[ "$(there dpkg-query -Wf '${Version} ${Status}' ipeos)" = "$version install ok installed" ] || fail 'the upgrade'
has "$(alice 'ipeos --version')" "${version%%[~-]*}"
[ "$(alice 'ls ~/.local/state/ipeos/drafts')" = "$drafts" ] || fail 'the upgrade took a draft along'

step 'the main job, by keys'
cat >"$work/ipeos" <<PROGRAM
#!/bin/sh
[ -d "$root\$PWD" ] || cd /
exec chroot "$root" env -C "\$PWD" PATH=/usr/bin:/bin ipeos "\$@"
PROGRAM
chmod 755 "$work/ipeos"
TMPDIR=$work/desk LANG=fr_FR.UTF-8 IPEOS_UNDER_TEST=$work/ipeos script -qec "'$(command -v node)' '$project/scripts/demo.mjs' --fast" /dev/null >"$work/log" 2>&1 ||
  { cat "$work/log" >&2; fail 'the main job'; }
has "$(cat "$work/log")" 'Chaque étape a fait ce qu’elle annonçait'

step 'completion'
has "$(there bash -c '. /usr/share/bash-completion/bash_completion; _completion_loader ipeos || :; COMP_WORDS=(ipeos ticket ne) COMP_CWORD=2 COMP_LINE="ipeos ticket ne" COMP_POINT=15; _ipeos; echo "${COMPREPLY[@]}"')" new
for file in zsh/vendor-completions/_ipeos fish/vendor_completions.d/ipeos.fish ipeos/completions/fr/_ipeos; do
  [ -s "$root/usr/share/$file" ] || fail "$file is not there"
done

step 'manual pages'
has "$(alice 'MANPAGER=cat man ipeos-ticket-new')" 'DESCRIPTION'
has "$(alice 'man -w ipeos-ticket-new')" /fr/man1/
has "$(there man -w ipeos-ticket-new)" /usr/share/man/man1/

step 'a keyring'
mkdir -p "$work/desk/bus" "$work/desk/home" && chmod 700 "$work/desk/bus"
cat >"$work/bus.conf" <<BUS
<busconfig><type>session</type><listen>unix:dir=$work/desk/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
BUS
has "$(XDG_RUNTIME_DIR=$work/desk/bus HOME=$work/desk/home dbus-run-session --config-file "$work/bus.conf" -- sh -c '
  printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; sleep 1
  root=$1
  ipeos() { chroot "$root" env -i PATH=/usr/bin HOME=/root LANG=C.UTF-8 DBUS_SESSION_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS" ipeos "$@"; }
  printf alice-secret | ipeos login --sandbox --user alice --password-stdin
  ipeos whoami --json source --jq .source' sh "$root" 2>&1)" keychain
[ "$(stat -c %a "$root"/root/.cache/ipeos/native/*)" = 700 ] || fail 'the part of the keychain is not private'

step 'a read-only root file system, nobody in particular, a password in a file: as in a container'
mkdir -p "$root/var/lib/ipeos-volume" && chown 10001 "$root/var/lib/ipeos-volume"
printf 'alice-secret\n' >"$root/run/password" && chmod 444 "$root/run/password"
has "$(unshare --mount sh -c 'mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"
  mount -t tmpfs -o uid=10001 tmpfs "$1/var/lib/ipeos-volume"
  exec chroot --userspec=10001:10001 "$1" env -i PATH=/usr/bin LANG=C.UTF-8 IPEOS_CONFIG_DIR=/var/lib/ipeos-volume/config \
    IPEOS_STATE_DIR=/var/lib/ipeos-volume/state IPEOS_CACHE_DIR=/var/lib/ipeos-volume/cache IPEOS_DATA_DIR=/var/lib/ipeos-volume/data \
    IPEOS_USER=alice IPEOS_PASSWORD_FILE=/run/password \
    ipeos ticket new --sandbox --title "From a container" --description "It works." --category "Site web" --yes' sh "$root")" 19

step 'the lone executable, in an empty folder'
there useradd --create-home bob
install -o 1001 -m 755 "$root/usr/bin/ipeos" "$root/home/bob/ipeos"

step 'gone, but for what people wrote'
told=$(there env LANG=fr_FR.UTF-8 dpkg -P ipeos 2>&1)
has "$told" '~/.local/state/ipeos'
[ "$(alice 'ls ~/.local/state/ipeos/drafts')" = "$drafts" ] || fail 'purge took a draft along'
left=$(there find / -xdev \( -path /home -o -path /proc -o -path /root -o -path "$work" -o -path /var/lib/ipeos-volume \) -prune -o -name '*ipeos*' -print)
[ -z "$left" ] || fail "left behind: $left"

has "$(there su bob -c 'cd; PATH=/nowhere ./ipeos --version')" "${version%%[~-]*}"
has "$(there su bob -c 'cd; IPEOS_USER=alice IPEOS_PASSWORD=alice-secret ./ipeos ticket show 15 --sandbox --json --jq .id')" 15
has "$(there su bob -c 'cd; ./ipeos help --lang fr exit-codes')" 'code de sortie'

printf '\n✓ all of it\n'
