/** The one command that sends again what did not arrive, ready to be pasted into a shell. */
export function commandToSendAgain(ticketId: number, paths: string[]): string {
  return ['ipeos ticket attach', ticketId, ...paths.map(quoted)].join(' ')
}

function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}
