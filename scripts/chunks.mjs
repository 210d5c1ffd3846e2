/**
 * Which modules stand in one file. Each file costs a third of a millisecond to find and open, so that what a usual
 * command loads is a few of them; all others are split as their imports say. A group takes along what its modules
 * import; of two groups the one with the higher priority has it.
 */
const pattern = (...paths) => new RegExp(`(${paths.join('|')})$`)

export const groups = [
  // All that help needs.
  {
    name: 'quick',
    test: pattern(
      'rolldown/runtime\\.js',
      'src/(errors|quick-help|help-page|terminal/whole-command|settings/(peek-language|folders|home))\\.ts',
    ),
    priority: 3,
  },
  // All that a shell asks while a line is typed.
  {
    name: 'completion',
    test: pattern(
      'src/shell/complete\\.ts',
      'src/settings/(account-file|parse-json|platform-address|resolve|saved-account|seen|setting|setting-value)\\.ts',
      'src/terminal/sanitize\\.ts',
      'src/i18n/similar\\.ts',
      'node_modules/fastest-levenshtein/.+\\.js',
    ),
    priority: 3,
  },
  // What finds the command that is meant.
  {
    name: 'start',
    test: pattern('src/(program|show-help|command-tree|global-flags|called-with)\\.ts'),
    priority: 2,
  },
  // What commands are described with: help and completion load no more.
  {
    name: 'definition',
    test: pattern(
      'src/itil/[\\w-]+\\.ts',
      'src/commands/(output|match|known-value)\\.ts',
      'src/drafts/tell-missing\\.ts',
      'src/glpi/ticket-query\\.ts',
      'src/views/(word|[\\w-]*shape)\\.ts',
    ),
    priority: 2,
  },
  // What every command has that talks to the platform, and lists of tickets.
  {
    name: 'session',
    test: pattern(
      'src/(compose|open-http|open-platform|other-platform|role-of-call|sleep|i18n/(size|dates|wall-clock|message-format))\\.ts',
      'src/commands/sandbox/data-folder\\.ts',
      'src/drafts/(claim|describe|draft-folder)\\.ts',
      'src/files/[\\w-]+\\.ts',
      'src/glpi/(address|call|clock|connect|discovery|every-ticket|followup|html|json|kept-session|open-session|person)\\.ts',
      'src/glpi/(page-size|range|refusal|retry|retry-after|session|solution|ticket|ticket-criteria|ticket-search|ticket-words|timeline)\\.ts',
      'src/glpi/(transport|wire)\\.ts',
      'src/settings/(?!certificate|json-place|organisation|read-organisation)[\\w-]+\\.ts',
      'src/settings/secrets/[\\w-]+\\.ts',
      'src/terminal/(create-style|create-terminal|editor-name|inquirer-prompts|line-prompts|matching)\\.ts',
      'src/terminal/(pour|progress-bar|prompt-theme|sanitize|spinner|width)\\.ts',
      'src/views/(list-text|records|seen-ticket|ticket-record)\\.ts',
      'node_modules/(chalk|fast-[\\w-]+|intl-messageformat|@formatjs|zod)/.+\\.m?js',
    ),
    priority: 1,
  },
  // HTTP, without the parts of undici that only a proxy needs.
  {
    name: 'network',
    test: pattern(
      'src/glpi/(network-error|undici-http)\\.ts',
      'node_modules/undici/lib/(api/(readable|api-request)|(core|util|llhttp|encoding)/[\\w-]+)\\.js',
      'node_modules/undici/lib/web/(infra|webidl)/[\\w-]+\\.js',
      'node_modules/undici/lib/web/fetch/(constants|global|data-url|util|formdata|formdata-parser|body)\\.js',
      'node_modules/undici/lib/handler/(un)?wrap-handler\\.js',
      'node_modules/undici/lib/dispatcher/(agent|client|client-h1|client-h2|dispatcher|dispatcher-base|fixed-queue|pool|pool-base)\\.js',
    ),
    priority: 1,
  },
]
