#!/bin/sh
# Opens a ticket about a job that failed, or adds to the one that is open about it; prints its number. Never ends a job by
# itself: where no ticket could be opened it says why, and ends with 0.
#
#   TICKET_TITLE        in one line
#   TICKET_DESCRIPTION  what happened, where it can be seen
#   TICKET_KEY          what fails: one ticket for each key, while it is open
#   TICKET_CATEGORY     a category of the platform (its own, where it is empty)
#   TICKET_FILES        files to attach, a path on each line; those that are not there are left out
#
# And of ipeos itself: IPEOS_URL, IPEOS_USER with IPEOS_PASSWORD (or IPEOS_PASSWORD_FILE), or IPEOS_TOKEN.
set -u

set -- ticket new --no-input --best-effort --title "${TICKET_TITLE:?}" --dedupe "${TICKET_KEY:?}" -F - --yes
if [ -n "${TICKET_CATEGORY:-}" ]; then set -- "$@" --category "$TICKET_CATEGORY"; fi
while IFS= read -r file; do
  if [ -f "$file" ]; then set -- "$@" --attach "$file"; fi
done <<FILES
${TICKET_FILES:-}
FILES

if number=$(printf '%s\n' "${TICKET_DESCRIPTION:-$TICKET_TITLE}" | ipeos "$@"); then
  echo "$number"
  if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "ticket=$number" >>"$GITHUB_OUTPUT"; fi
else
  code=$?
  echo "ipeos could not open the ticket (exit code $code): what it says stands above." >&2
  # 7: the ticket is there, and not all that belongs to it.
  if [ -n "$number" ]; then echo "$number"; fi
fi
exit 0
