import { beforeAll, describe, expect, test } from 'vitest'
import { dates } from '../../../src/dates/dates.ts'
import { IpeosError } from '../../../src/errors/error.ts'
import { templateFilter } from '../../../src/records/filter/template.ts'
import { createStyle } from '../../../src/terminal/create-style.ts'
import { translator } from '../../support/translator.ts'

const now = new Date('2026-11-22T12:00:00Z')

function look({ terminal = false, colors = false, width = 40 } = {}) {
  return { outputIsTerminal: terminal, width, style: createStyle({ colors, links: colors }), show: () => undefined }
}

function printed(template: string, data: unknown, where = look(), inLines = false): string {
  const told = () => dates({ language: 'en', now, timeZone: 'Europe/Paris' })
  return templateFilter(template, told, { inLines })(typeof data === 'string' ? data : JSON.stringify(data), where)
}

const ticket = {
  ...{ id: 15, title: 'Site vitrine', status: 'new', category: null, overdue: false, half: 0.5 },
  ...{ opened: '2026-11-22T10:00:00+01:00', tags: ['a', 'b'], files: [{ name: 'x.png' }, { name: 'y.png' }], none: [] },
}

describe('a template of Go gives', () => {
  test.each([
    ['{{.id}} {{.title}}', '15 Site vitrine'],
    ['{{ .id -}}  !', '15!'],
    ['a  {{- .id}}', 'a15'],
    ['{{/* not said */}}x', 'x'],
    ['{{.category}}', '<no value>'],
    ['{{.nope}} {{.nope.deeper}}', '<no value> <no value>'],
    ['{{.files}}', '[{"name":"x.png"},{"name":"y.png"}]'],
    ['{{range .tags}}[{{.}}]{{end}}', '[a][b]'],
    ['{{range .none}}x{{else}}none{{end}}', 'none'],
    ['{{range .files}}{{.name}} of {{$.id}};{{end}}', 'x.png of 15;y.png of 15;'],
    ['{{if .overdue}}late{{else}}in time{{end}}', 'in time'],
    ['{{if .none}}1{{else if .category}}2{{else if .id}}3{{else}}4{{end}}', '3'],
    ['{{with .title}}<{{.}}>{{end}}{{with .category}}x{{else}}-{{end}}', '<Site vitrine>-'],
    ['{{if and .id (not .overdue)}}yes{{end}}', 'yes'],
    ['{{or .category "none"}}', 'none'],
    ['{{if eq .status "old" "new"}}yes{{end}}{{if ne .id 15}}no{{end}}', 'yes'],
    ['{{lt .id 20}} {{ge .half 0.6}} {{gt "b" "a"}} {{le 1 1}}', 'true false true true'],
    ['{{len .tags}} {{len .title}} {{index .tags 1}} {{index .files 0 "name"}}', '2 12 b x.png'],
    ['{{(index .files 1).name}}', 'y.png'],
    ['{{print .id " " .title}}{{println "!"}}', '15 Site vitrine!\n'],
    [
      '{{printf "%s|%5d|%-4d|%03d|%.1f|%q|%v|%t|%%" .title .id .id .id .half .status .id .overdue}}',
      'Site vitrine|   15|15  |015|0.5|"new"|15|false|%',
    ],
    ['{{.tags | join ", "}} {{.files | pluck "name" | join "+"}}', 'a, b x.png+y.png'],
    ['{{truncate 5 .title}}', 'Site…'],
    ['{{timeago .opened}}', '3 hours ago'],
    ['{{timefmt "Mon 2 Jan 2006 15:04:05 -07:00" .opened}}', 'Sun 22 Nov 2026 10:00:00 +01:00'],
    ['{{timefmt "02/01/06 3:04 PM Monday January" .opened}}', '22/11/26 10:00 AM Sunday November'],
    ['{{`raw "text"`}} {{"a\\tb"}} {{true}} {{nil}} {{-1.5}}', 'raw "text" a\tb true <no value> -1.5'],
    ['{{color "green+b" .status}} {{hyperlink "https://x.example" "x"}}', 'new x'],
  ])('%s: %j', (template, text) => {
    expect(printed(template, ticket)).toBe(text.endsWith('\n') ? text : `${text}\n`)
  })
})

test('rows are columns on a terminal, and have tabs between in a pipe', () => {
  const rows = '{{range .}}{{tablerow .id .title}}{{end}}'
  const data = [
    { id: 1, title: 'Fenêtre' },
    { id: 1234, title: 'Une très longue fenêtre qui ne tient pas' },
  ]
  expect(printed(rows, data)).toBe('1\tFenêtre\n1234\tUne très longue fenêtre qui ne tient pas\n')
  expect(printed(rows, data, look({ terminal: true, width: 24 }))).toBe('1     Fenêtre\n1234  Une très longue f…\n')
})

test('tablerender prints the rows before what follows', () => {
  expect(printed('{{tablerow "a" 1}}{{tablerender}}end', {})).toBe('a\t1\nend\n')
})

test('colours and links are there where the terminal has them', () => {
  const text = printed('{{color "red+b" .status}}', ticket, look({ terminal: true, colors: true }))
  expect(text).toBe('\u001b[1m\u001b[31mnew\u001b[39m\u001b[22m\n')
})

test('no text of a server brings what a terminal obeys', () => {
  const hostile = { a: 'x\u001b[2Jy\u202e', url: 'javascript:alert(1)' }
  expect(printed('{{.a}} {{hyperlink .url "z"}}', hostile, look({ terminal: true, colors: true }))).toBe('xy z\n')
})

test('of an object a line, each is filled anew', () => {
  expect(printed('#{{.id}}', '{"id":1}\n{"id":2}\n', look(), true)).toBe('#1\n#2\n')
})

test('a template in the data is only text, and no name reaches what objects inherit', () => {
  expect(printed('{{.a}} {{.constructor}} {{index . "__proto__"}}', { a: '{{.b}}' })).toBe(
    '{{.b}} <no value> <no value>\n',
  )
})

const t = translator('en')
beforeAll(() => t.ready())
/** What is said of it, in English. */
function complaint(template: string, data: unknown): IpeosError {
  try {
    printed(template, data)
  } catch (error) {
    if (error instanceof IpeosError) return error
    throw error
  }
  throw new Error('nothing was wrong')
}

test.each([
  ['{{range .}}', '{{range}} is not closed by {{end}}'],
  ['{{if .a}}x{{else}}y', '{{if}} is not closed by {{end}}'],
  ['{{.a', '{{ is not closed by }}'],
  ['{{end}}', '{{end}} does not belong there'],
  ['{{foo .a}}', 'there is no function foo'],
  ['{{.a | nope}}', 'there is no function nope'],
  ['{{.a | 3}}', 'there is no function 3'],
  ['{{if}}x{{end}}', 'a value is missing'],
  ['{{(.a}}', '( is not closed by )'],
  ['{{.a .b}}', '.b is not understood in {{.a .b}}'],
  ['{{$x := 1}}', '$x := 1 is not understood in {{$x := 1}}'],
  ['{{if .a}}{{else}}{{else}}{{end}}', '{{else}} does not belong there'],
  ['{{constructor}}', 'there is no function constructor'],
  ['{{print toString}}', 'there is no function toString'],
  ['{{__proto__}}', 'there is no function __proto__'],
  ['{{template "x"}}', 'there is no function template'],
])('%s is refused before there is any data: %s', (template, detail) => {
  const { code, lines } = complaint(template, 'no JSON')
  expect([code, lines.map((line) => t(line))]).toEqual(['wrong-template', [detail]])
})

test.each([
  ['parentheses', `{{${'('.repeat(9000)}.a${')'.repeat(9000)}}}`],
  ['pipes', `{{.a${' | not'.repeat(9000)}}}`],
  ['blocks', `${'{{if .a}}'.repeat(9000)}x${'{{end}}'.repeat(9000)}`],
])('too many %s in one another are refused', (_what, template) => {
  const { code, lines } = complaint(template, 'no JSON')
  expect([code, lines.map(({ key }) => key)]).toEqual(['wrong-template', ['template.too-deep']])
})

test.each([
  ['{{.id.x}}', '15 has no field x'],
  ['{{range .id}}x{{end}}', '15 is not a list'],
  ['{{index .tags 7}}', 'a list of 2 has no place 7'],
  ['{{lt .id .title}}', '15 and Site vitrine can’t be compared'],
  ['{{timeago .title}}', 'Site vitrine is not a date'],
  ['{{printf "%d" .title}}', 'Site vitrine is not a number'],
  ['{{printf "%s"}}', 'printf has no value for %s'],
  ['{{printf "%y" .id}}', 'printf does not know %y'],
  ['{{join "," .title}}', 'Site vitrine is not a list'],
])('%s does not fit, and ends as partly done: %s', (template, detail) => {
  const { exitCode, lines } = complaint(template, ticket)
  expect([exitCode, lines.map((line) => t(line))]).toEqual([7, [detail]])
})
