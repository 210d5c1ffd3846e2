import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

interface Import {
  file: string
  target: string
  typeOnly: boolean
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((name) => name.endsWith('.ts'))
const imports = files.flatMap(importsOf)

/** All that a file names of others, types included: at its head, when it is asked, and `import('…').Type`. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const atHead = [...text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'"]*?from\s+)?'([^']+)'/gm)]
  const asked = [...text.matchAll(/\bimport\('([^']+)'\)/g)]
  return [
    ...atHead.map(([, type, target]) => ({ file, target: resolved(file, target ?? ''), typeOnly: Boolean(type) })),
    ...asked.map(([, target]) => ({ file, target: resolved(file, target ?? ''), typeOnly: false })),
  ]
}

function resolved(file: string, target: string): string {
  return target.startsWith('.') ? normalize(join(dirname(file), target)) : target
}

/** `src/glpi/form/page.ts` lies in the room `glpi`; what a command is given of the world is a floor of its own. */
function room(path: string): string {
  if (path === 'src/app/context.ts') return 'context'
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? path
}

function told(found: Import[]): string[] {
  return found.map(({ file, target }) => `${file} → ${target}`)
}

const ground = ['itil', 'errors', 'i18n']
const below = ['glpi', ...ground]
const middle = ['drafts', 'terminal', 'settings', 'dates', 'files', ...below]
/** What a room may name beside itself, types included. */
const allowed: Record<string, string[]> = {
  'src/main.ts': ['app', 'context', 'cli', 'commands', 'views', 'records', ...middle],
  app: ['context', 'cli', 'commands', 'views', 'records', 'sandbox', ...middle],
  cli: ['context', 'commands', 'views', 'records', ...middle],
  commands: ['context', 'views', 'records', 'sandbox', ...middle],
  context: middle,
  views: ['records', ...middle],
  records: middle,
  drafts: ['settings', 'files', ...below],
  settings: ['files', ...below],
  terminal: below,
  dates: below,
  files: below,
  glpi: ground,
  itil: ['i18n'],
  errors: ['i18n'],
  i18n: [],
  sandbox: [],
}

test('arrows point one way', () => {
  const wrong = imports.filter(({ file, target }) => {
    const [from, to] = [room(file), room(target)]
    return target.startsWith('src/') && to !== from && !allowed[from]?.includes(to)
  })
  expect(told(wrong)).toEqual([])
})

test('what a command is given of the world is types alone', () => {
  const atWork = imports.filter(({ target, typeOnly }) => room(target) === 'context' && !typeOnly)
  expect(told(atWork)).toEqual([])
})

test('files import one another in no circle', () => {
  const targets = new Map(files.map((file) => [file, importsOf(file).map(({ target }) => target)]))
  const circles = files.flatMap((start) => {
    const cameFrom = new Map<string, string>()
    const reached = [start]
    for (const file of reached) {
      for (const target of targets.get(file) ?? []) {
        if (cameFrom.has(target)) continue
        cameFrom.set(target, file)
        reached.push(target)
      }
    }
    const back = cameFrom.get(start)
    return back === undefined ? [] : [`${back} → ${start}`]
  })
  expect(circles).toEqual([])
})

test('in src/ stand main.ts and the rooms, and no folder is too full to be looked over', () => {
  const rooms = Object.keys(allowed).filter((name) => name !== 'context' && !name.startsWith('src/'))
  expect(readdirSync('src').sort()).toEqual(['main.ts', ...rooms].sort())
  const folders = [...new Set(files.map(dirname))].filter((folder) => !/i18n\/(en|fr)$/.test(folder))
  expect(folders.filter((folder) => readdirSync(folder).length > 25)).toEqual([])
})

test('the embedded platform shares nothing with the client, not even a type, and only its own commands start it', () => {
  const shared = imports.filter(
    ({ file, target }) => room(file) === 'sandbox' && target.startsWith('src/') && room(target) !== 'sandbox',
  )
  const users = imports
    .filter(({ file, target }) => room(target) === 'sandbox' && room(file) !== 'sandbox')
    .map(({ file }) => file)
  expect(told(shared)).toEqual([])
  expect(users.filter((file) => !file.startsWith('src/commands/sandbox/') && file !== 'src/app/open-http.ts')).toEqual(
    [],
  )
})

test('the client of the platform could be published alone', () => {
  const known =
    /^(node:|zod|undici|form-data|html-to-text|htmlparser2|domhandler|domutils|src\/glpi\/|src\/itil\/|src\/errors\/|src\/i18n\/)/
  expect(told(imports.filter(({ file, target }) => room(file) === 'glpi' && !known.test(target)))).toEqual([])
})

test('only terminal/ draws: no other room imports colours, prompts or tables', () => {
  const drawing = /^(chalk|@inquirer\/|yocto-spinner)/
  expect(told(imports.filter(({ file, target }) => drawing.test(target) && room(file) !== 'terminal'))).toEqual([])
})

test('a command never imports the folder of another noun, nor does what several nouns use', () => {
  const tree = importsOf('src/cli/command-tree.ts').map(({ target }) => folderOf(target))
  const noun = (path: string) => (tree.includes(folderOf(path)) ? folderOf(path) : undefined)
  const inCommands = imports.filter(({ file }) => file.startsWith('src/commands/'))
  const wrong = inCommands.filter(({ file, target }) => noun(target) && noun(file) !== noun(target))
  expect(told(wrong)).toEqual([])
})

function folderOf(path: string): string | undefined {
  return /^src\/commands\/([^/]+)\//.exec(path)?.[1]
}

test('only main.ts touches the process', () => {
  const touching = files.filter((file) =>
    /(?<![.\w'])process\.(?!binding)/.test(withoutComments(readFileSync(file, 'utf8'))),
  )
  expect(touching.filter((file) => file !== 'src/main.ts')).toEqual([])
})

test('whoever starts a program gives it an environment without our secrets', () => {
  const starting = imports.filter(({ target }) => target === 'node:child_process').map(({ file }) => file)
  const careful = imports.filter(({ target }) => target.endsWith('/child-environment.ts')).map(({ file }) => file)
  expect(starting.filter((file) => !careful.includes(file))).toEqual([])
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

test('no room is called after nothing, and no file is a barrel', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|lib|common|shared|misc)(\/|\.ts$)/.test(file))).toEqual([])
  expect(files.filter((file) => file.endsWith('/index.ts'))).toEqual([])
})

test('a file fits a few screens', () => {
  expect(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300)).toEqual([])
})

test('no test patches a module, and none is left out, alone or promised', () => {
  const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'))
  const patching = new RegExp(['vi', '\\.(mock|doMock)\\(|\\b(test|describe|it)', '\\.(skip|only|todo)\\b'].join(''))
  expect(tests.filter((name) => patching.test(readFileSync(join('test', name), 'utf8')))).toEqual([])
})
