import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../../src/app/context.ts'
import { describeCommand, everyCommand } from '../../src/cli/describe-command.ts'
import { buildProgram } from '../../src/cli/program.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { login as caller } from '../sandbox/caller.ts'
import { type Desk, newDesk } from './desk.ts'
import { organisation } from './organisation.ts'
import { translator } from './translator.ts'

const root = await buildProgram({ t: translator('en') } as Partial<Context> as Context, '0', {
  write: () => undefined,
  columns: 80,
})
/** Every command that has `--json`. */
export const shaped = everyCommand(describeCommand(root)).filter(({ shape }) => shape)

/** What else each command needs to have something to say. */
export const words: Record<string, string[]> = {
  'ticket show': ['15'],
  'ticket list': ['--status', 'all', '--all'],
  'ticket export': ['15', '-o', 'tickets'],
  'ticket download': ['15', '--all', '-o', 'documents'],
  alert: ['--input', 'alert.json'],
  'ticket import': ['tickets.ndjson', '--yes'],
  'ticket new': ['--title', 'Souris', '--description', 'Perdue', '--category', '3', '--yes'],
  'ticket comment': ['15', '-m', 'Toujours lent.'],
  'ticket attach': ['15', 'tickets.ndjson'],
  'ticket accept': ['12'],
  'ticket rate': ['8', '4'],
  'ticket refuse': ['19', '-m', 'Revenu ce matin.'],
  'approval accept': ['1'],
  'approval refuse': ['2', '-m', 'Trop cher.'],
  'ticket link': ['15', '17'],
  'ticket unlink': ['15', '17'],
  'ticket observer add': ['17', 'henri', 'glpi'],
  'ticket observer remove': ['17', 'glpi'],
  'ticket observer mute': ['17', 'henri'],
  'ticket observer unmute': ['17', 'henri'],
  'ticket observer list': ['17'],
  'ticket edit': ['17', '--urgency', 'high'],
  'ticket wait': ['15', '--until', 'taken', '--timeout', '0'],
  'draft show': ['3f2a9c41'],
  'form show': ['3'],
  'faq search': ['mot de passe'],
  'faq show': ['3'],
  'reservation new': ['1', '--from', 'tomorrow 9am', '--for', '1h', '--yes'],
  'config get': ['language'],
  'contract show': ['IPEOS-2024-0117'],
}

/** Only GLPI 11 has what these show. */
const ofEleven = ['form list', 'form show']

/** Those that have something to say at once, of this version. */
export function saying(glpi: '10.0' | '11.0'): string[] {
  const paths = shaped.map(({ path }) => path).filter((path) => !lasting.includes(path))
  return paths.filter((path) => glpi === '11.0' || !ofEleven.includes(path))
}

/** These tell what happens while they run: nothing, in a test of a moment. */
const lasting = ['ticket watch']

/** Where each of them has something to say. */
export async function fullDesk(glpi: '10.0' | '11.0'): Promise<Desk> {
  const site = await openSandbox({ everyday: true, glpi, configuration: { customerMayApprove: true } })
  const teo = await caller(site, 'teo')
  const alice = { users_id_validate: 8, itemtype_target: 'User', items_id_target: 8 }
  for (const comment_submission of ['<p>Un ?</p>', '<p>Deux ?</p>', '<p>Trois ?</p>'])
    await teo.post('/TicketValidation', { input: { tickets_id: 15, comment_submission, ...alice } })
  // A solution to refuse, beside the seed's: no. 19.
  site.addTicket({ title: 'Clavier', status: 'solved', solutions: [{ content: 'Changé.', at: new Date() }] })
  const desk = newDesk(site)
  const drafts = join(desk.home, '.local', 'state', 'ipeos', 'drafts')
  mkdirSync(drafts, { recursive: true })
  const moment = '2026-11-20T10:00:00.000Z'
  const draft = {
    ...{ version: 1, id: '3f2a9c41-0000-4000-8000-000000000000', kind: 'ticket', answers: { title: 'Souris' } },
    ...{ owner: { platform: 'https://support.example', user: 'alice' }, created: moment, changed: moment },
    ...{ files: [], filesDone: false },
  }
  writeFileSync(join(drafts, `${draft.id}.json`), JSON.stringify(draft))
  writeFileSync(join(desk.home, 'ipeos.json'), JSON.stringify(organisation))
  writeFileSync(join(desk.home, 'tickets.ndjson'), '{"title":"Disque plein","description":"Sur srv1."}\n')
  writeFileSync(join(desk.home, 'alert.json'), '{"title":"Disque plein","text":"Sur srv1.","fingerprint":"d"}')
  const login = await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret\n' })
  if (login.code !== 0) throw new Error(login.notes)
  await desk.ipeos(['config', 'import', 'ipeos.json', '--yes'])
  await desk.ipeos(['reservation', 'new', '2', '--from', 'tomorrow 9am', '--for', '1h', '--yes'])
  return desk
}
