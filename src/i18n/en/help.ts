export const help = {
  'help.summary': 'the help of a command, or of a topic',
  'help.description':
    'Shows the help of a command, as --help does, or explains a topic: exit codes, environment, formats, files, scripting.',
  'help.argument': 'a command (ticket list), or a topic',
  'help.unknown': 'There is no command and no topic “{name}”.',
  'help.see-topics': 'See: ipeos help',
  'help.topics': 'Topics (ipeos help TOPIC):',

  'completion.summary': 'completion of commands for your shell',
  'completion.description':
    'Prints the script that completes commands, options, ticket numbers and categories in your shell. It asks the platform nothing: it offers what your last lists and forms showed. In PowerShell: ipeos completion powershell | Out-String | Invoke-Expression',
  'completion.argument': 'your shell',
  'completion.missing': 'The completion for {shell} is not in this installation.',
  'completion.missing-hint': 'Install ipeos again.',

  'topic.exit-codes': 'what the exit code of a command says',
  'topic.exit-codes.intro': 'Each command ends with one of these codes; scripts can rely on them.',
  'topic.exit-codes.0': 'done; an empty list too',
  'topic.exit-codes.1': 'failed: the platform refused, or a bug',
  'topic.exit-codes.2': 'wrong usage, or information missing: all of it is named at once',
  'topic.exit-codes.3': 'not found: no such ticket, or not yours',
  'topic.exit-codes.4':
    'not logged in: ipeos login; told before the platform is asked, so a wrong address shows only after it',
  'topic.exit-codes.5': 'not allowed: your profile has not got the right',
  'topic.exit-codes.6': 'the platform can’t be reached, or something else answers there; ticket wait: the time is up',
  'topic.exit-codes.7': 'partly done: the ticket is there, a file is not',
  'topic.exit-codes.130': 'you stopped it (Ctrl+C)',
  'topic.exit-codes.143': 'the system stopped it (SIGTERM)',

  'topic.environment': 'the environment variables that count',
  'topic.environment.intro':
    'An option comes before its variable, a variable before your settings (ipeos config list), your settings before the default.',
  'topic.environment.url': 'the platform; sandbox for the embedded one',
  'topic.environment.password': 'a user and a password for this call, in the place of the keychain’s',
  'topic.environment.token': 'a personal token, in the place of both',
  'topic.environment.app-token': 'the application token, where the platform wants one',
  'topic.environment.account': 'as --account',
  'topic.environment.role': 'as --profile and --entity: who one is for this call',
  'topic.environment.lang': 'fr or en; otherwise LC_ALL, LC_MESSAGES, LANG',
  'topic.environment.timeout': 'as --timeout, in seconds',
  'topic.environment.color': 'as --color: auto, always or never',
  'topic.environment.plain': 'as --plain',
  'topic.environment.pager': 'what shows long texts; cat for none',
  'topic.environment.no-input': 'as --no-input',
  'topic.environment.debug': 'as --debug',
  'topic.environment.insecure-storage': 'as --insecure-storage, where there is no keychain',
  'topic.environment.ca-file': 'a PEM file with your company’s authority',
  'topic.environment.config-folder':
    'the folder of settings and secrets, in the place of the usual one (an absolute path)',
  'topic.environment.state-folder': 'the same for drafts',
  'topic.environment.cache-folder': 'the same for what may be lost: the form, what completion offers',
  'topic.environment.data-folder': 'the same for the embedded platform',
  'topic.environment.no-color': 'no colours; colours everywhere',
  'topic.environment.proxy': 'the proxy between you and the platform, and the hosts without it',
  'topic.environment.node-ca': 'authorities that every Node.js program trusts',
  'topic.environment.editor': 'the editor in which you write long texts',
  'topic.environment.event': 'given by ticket watch to the command of --exec',

  'topic.formats': 'how data is written, and its fields',
  'topic.formats.intro':
    'Commands that list or show data write a table on a terminal and plain values in a pipe; --format chooses:',
  'topic.formats.table': 'as people read it',
  'topic.formats.tsv': 'a line each, tabs between, no head: the usual one in a pipe',
  'topic.formats.csv':
    'a head, commas between, quotes where needed (RFC 4180); an apostrophe before what a spreadsheet would take for a formula',
  'topic.formats.ndjson': 'a JSON object a line',
  'topic.formats.markdown': 'a table for a web page or a wiki',
  'topic.formats.json': 'JSON with every field, or those named: --json id,title',
  'topic.formats.columns': 'these columns in this order: --columns id,status,title',
  'topic.formats.json-schema': 'the JSON Schema of what --json gives',
  'topic.formats.words':
    'Keys and words are English in every language ("status": "solved"); dates are ISO 8601 with their offset; what is not known is null; lengths of time (took, timeSpent) are in seconds, sizes of files in bytes. Keys stay from version to version, and new ones come last.',
  'topic.formats.fields': 'The fields of each command:',

  'topic.files': 'the files and folders of ipeos',
  'topic.files.intro': 'Only you can read them (0600). On Linux:',
  'topic.files.settings': 'your settings and the names of your accounts; no secret (ipeos config path)',
  'topic.files.secrets':
    'your secrets, only where you asked for --insecure-storage; otherwise they are in the keychain',
  'topic.files.drafts': 'what you typed and the platform does not have yet (ipeos draft list)',
  'topic.files.cache': 'the form, and the numbers and titles that completion offers; may be deleted',
  'topic.files.data': 'the embedded platform (ipeos sandbox reset empties it)',
  'topic.files.elsewhere':
    'XDG_CONFIG_HOME and the other XDG variables are respected. On macOS all of it is in ~/Library/Application Support/ipeos and ~/Library/Caches/ipeos, on Windows in AppData. IPEOS_CONFIG_DIR, IPEOS_STATE_DIR, IPEOS_CACHE_DIR and IPEOS_DATA_DIR move them.',

  'topic.scripting': 'how to use ipeos in scripts',
  'topic.scripting.streams':
    'Data goes to stdout; questions, notes and errors go to stderr. Without a terminal, lists are plain lines; --json gives objects.',
  'topic.scripting.questions':
    'Without a terminal, or with --no-input, nothing is asked: all that is missing is named in one error (2), and nothing is sent.',
  'topic.scripting.credentials':
    'A credential of the environment serves one call and is kept nowhere; with IPEOS_INSECURE_STORAGE, the session that it opened is kept in secrets.json (0600) until it ends. A password never goes in an option: other users of the machine could read it.',
  'topic.scripting.again':
    'A ticket is created once, even when the answer was lost: ipeos ticket new --resume goes on with it. Waiting is a command too:',
  'topic.scripting.stability': 'Exit codes, options, fields and their words stay. See: ipeos help exit-codes',

  'man.name': 'NAME',
  'man.synopsis': 'SYNOPSIS',
  'man.description': 'DESCRIPTION',
  'man.commands': 'COMMANDS',
  'man.arguments': 'ARGUMENTS',
  'man.options': 'OPTIONS',
  'man.global-options': 'OPTIONS FOR EVERY COMMAND',
  'man.fields': 'FIELDS',
  'man.examples': 'EXAMPLES',
  'man.see-also': 'SEE ALSO',
  'man.manual': 'Manual of ipeos',
} as const
