import { codesByExit } from '../../errors/code-list.ts'
import type { MessageKey, Translate } from '../../i18n/translate.ts'
import { type DescribedCommand, everyCommand } from '../describe-command.ts'

/** A piece of a topic: a paragraph; terms and what they mean; or lines to be copied. */
export type TopicPart =
  | { text: string }
  | { items: Array<[term: string, meaning: string]> }
  | { lines: readonly string[] }

/** What `ipeos help TOPIC` tells, and its man page. */
export interface Topic {
  name: (typeof topicNames)[number]
  summary: MessageKey
  parts(t: Translate, root: DescribedCommand): TopicPart[]
}

export const topicNames = ['exit-codes', 'environment', 'formats', 'files', 'scripting'] as const

const exitCodes = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '129', '130', '143'] as const

const variables = [
  ['IPEOS_URL', 'url'],
  ['IPEOS_USER, IPEOS_PASSWORD', 'password'],
  ['IPEOS_TOKEN', 'token'],
  ['IPEOS_APP_TOKEN', 'app-token'],
  ['IPEOS_PASSWORD_FILE, IPEOS_TOKEN_FILE', 'secret-file'],
  ['IPEOS_APP_TOKEN_FILE', 'secret-file'],
  ['IPEOS_ACCOUNT', 'account'],
  ['IPEOS_PROFILE, IPEOS_ENTITY', 'role'],
  ['IPEOS_LANG', 'lang'],
  ['IPEOS_TIMEOUT', 'timeout'],
  ['IPEOS_COLOR', 'color'],
  ['IPEOS_PLAIN', 'plain'],
  ['IPEOS_QUIET', 'quiet'],
  ['IPEOS_PAGER, PAGER', 'pager'],
  ['IPEOS_NO_INPUT', 'no-input'],
  ['IPEOS_DEBUG', 'debug'],
  ['IPEOS_ALLOW_HTTP', 'allow-http'],
  ['IPEOS_INSECURE_STORAGE', 'insecure-storage'],
  ['IPEOS_CA_FILE', 'ca-file'],
  ['IPEOS_CONFIG_DIR', 'config-folder'],
  ['IPEOS_STATE_DIR', 'state-folder'],
  ['IPEOS_CACHE_DIR', 'cache-folder'],
  ['IPEOS_DATA_DIR', 'data-folder'],
  ['NO_COLOR, FORCE_COLOR', 'no-color'],
  ['HTTP_PROXY, HTTPS_PROXY, NO_PROXY', 'proxy'],
  ['NODE_EXTRA_CA_CERTS', 'node-ca'],
  ['VISUAL, EDITOR', 'editor'],
  ['IPEOS_EVENT, IPEOS_TICKET', 'event'],
] as const

const places = [
  ['~/.config/ipeos/settings.json', 'settings'],
  ['/etc/ipeos/settings.json', 'machine'],
  ['~/.config/ipeos/secrets.json', 'secrets'],
  ['~/.local/state/ipeos/drafts/', 'drafts'],
  ['~/.cache/ipeos/', 'cache'],
  ['~/.local/share/ipeos/', 'data'],
] as const

/** What a template may hold. */
const templateParts = [
  ['{{.id}}, {{.a.b}}, {{$.id}}', 'field'],
  ['{{range .}}…{{else}}…{{end}}', 'range'],
  ['{{if .a}}…{{else}}…{{end}}', 'if'],
  ['{{with .a}}…{{end}}', 'with'],
  ['{{- .a -}}, {{/* … */}}', 'trim'],
  ['a | f b, f b (g a)', 'pipe'],
  ['and, or, not, len, index', 'go'],
  ['eq, ne, lt, le, gt, ge', 'go'],
  ['print, println, printf', 'print'],
  ['join, pluck', 'list'],
  ['truncate', 'truncate'],
  ['timeago, timefmt', 'time'],
  ['tablerow, tablerender', 'table'],
  ['color, autocolor', 'color'],
  ['hyperlink', 'link'],
] as const

/** Every topic, in the order in which help names them. */
export const topics: readonly Topic[] = [
  {
    name: 'exit-codes',
    summary: 'topic.exit-codes',
    parts: (t) => [
      { text: t('topic.exit-codes.intro') },
      { items: exitCodes.map((code) => [code, t(`topic.exit-codes.${code}`)]) },
      { lines: ['ipeos ticket show 15 >/dev/null || echo "code $?"'] },
      { text: t('topic.exit-codes.json') },
      { items: codesByExit.map(([exitCode, codes]) => [exitCode, codes.join(', ')]) },
    ],
  },
  {
    name: 'environment',
    summary: 'topic.environment',
    parts: (t) => [
      { text: t('topic.environment.intro') },
      { items: variables.map(([name, key]) => [name, t(`topic.environment.${key}`)]) },
    ],
  },
  {
    name: 'formats',
    summary: 'topic.formats',
    parts: (t, root) => [
      { text: t('topic.formats.intro') },
      {
        items: [
          ['table', t('topic.formats.table')],
          ['tsv', t('topic.formats.tsv')],
          ['csv', t('topic.formats.csv')],
          ['csv-excel', t('topic.formats.csv-excel')],
          ['ndjson', t('topic.formats.ndjson')],
          ['markdown', t('topic.formats.markdown')],
          ['--json', t('topic.formats.json')],
          ['--columns', t('topic.formats.columns')],
          ['--json-schema', t('topic.formats.json-schema')],
          ['--jq', t('topic.formats.jq')],
          ['--template', t('topic.formats.template')],
        ],
      },
      { lines: ['ipeos ticket list --jq \'.[] | select(.urgency == "high") | .title\''] },
      { text: t('topic.formats.filters') },
      { items: templateParts.map(([term, key]) => [term, t(`topic.formats.template.${key}`)]) },
      { lines: [`ipeos ticket list --template '{{range .}}{{tablerow .id (timeago .changed) .title}}{{end}}'`] },
      { text: t('topic.formats.errors') },
      { lines: ['{"code":"ticket-not-found","message":"…","hint":"…","exitCode":3}'] },
      { text: t('topic.formats.words') },
      { text: t('topic.formats.in-pipe') },
      {
        items: everyCommand(root).flatMap(
          ({ path, shape, options }): Array<[string, string]> =>
            shape && options.some(({ names }) => names.includes('--columns'))
              ? [[`ipeos ${path}`, shape.columns.join(', ')]]
              : [],
        ),
      },
      { text: t('topic.formats.fields') },
      {
        items: everyCommand(root).flatMap(
          ({ path, shape }): Array<[string, string]> =>
            shape ? [[`ipeos ${path}`, Object.keys(shape.fields).join(', ')]] : [],
        ),
      },
    ],
  },
  {
    name: 'files',
    summary: 'topic.files',
    parts: (t) => [
      { text: t('topic.files.intro') },
      { items: places.map(([path, key]) => [path, t(`topic.files.${key}`)]) },
      { text: t('topic.files.elsewhere') },
    ],
  },
  {
    name: 'scripting',
    summary: 'topic.scripting',
    parts: (t) => [
      { text: t('topic.scripting.streams') },
      { lines: ['ipeos ticket list --jq ".[].title"'] },
      { text: t('topic.scripting.questions') },
      { lines: ["df -h | ipeos ticket new --title 'Disque plein' --category 'Site web' -F - --yes --no-input"] },
      { text: t('topic.scripting.credentials') },
      { lines: ['IPEOS_USER=alice IPEOS_PASSWORD=… ipeos whoami'] },
      { text: t('topic.scripting.again') },
      { lines: ['ipeos ticket wait 15 --until reply --timeout 2h && ipeos ticket show 15'] },
      { text: t('topic.scripting.alert') },
      { lines: ['ipeos alert --dedupe-every 1h < alertmanager.json'] },
      { text: t('topic.scripting.stability') },
    ],
  },
]
