import { dates } from '../../src/dates/dates.ts'
import type { Language } from '../../src/i18n/translate.ts'
import type { ListedTicket, Ticket, TimelineEntry } from '../../src/itil/ticket.ts'
import { createStyle } from '../../src/terminal/create-style.ts'
import { translator } from '../support/translator.ts'

const now = new Date('2026-03-05T09:00:00Z')

const hour = 3_600_000
const ago = (hours: number) => new Date(now.getTime() - hours * hour)

/** How things look to someone in Paris, without colours unless asked for. */
export function look(language: Language, width: number, { colors = false } = {}) {
  return {
    t: translator(language),
    width,
    dates: dates({ language, now, timeZone: 'Europe/Paris' }),
    style: createStyle({ colors, links: colors }),
  }
}

export const listed: ListedTicket[] = [
  {
    id: 15,
    title: 'L’imprimante du deuxième étage n’imprime plus depuis la mise à jour',
    status: 'assigned',
    urgency: 'very-high',
    priority: 'major',
    type: 'incident',
    category: 'Matériel > Imprimante',
    opened: ago(50),
    changed: ago(3),
    url: 'https://support.example/front/ticket.form.php?id=15',
  },
  {
    id: 9,
    title: '网络故障 \u001b[2J\u202e 👩‍🚒\tdeux\nlignes',
    status: 'solved',
    urgency: 'low',
    opened: ago(500),
    changed: ago(100),
    url: 'https://support.example/front/ticket.form.php?id=9',
  },
  {
    id: 1204,
    title: 'Certificat',
    status: 'closed',
    urgency: 'medium',
    category: 'Hébergement > Site web',
    opened: ago(9000),
    changed: ago(8800),
    url: 'https://support.example/front/ticket.form.php?id=1204',
  },
]

export const ticket: Ticket = {
  id: 15,
  title: 'Imprimante \u001b]0;x\u0007en panne',
  status: 'solved',
  urgency: 'high',
  priority: 'medium',
  type: 'incident',
  category: 'Matériel > Imprimante',
  opened: ago(50),
  changed: ago(1),
  solved: ago(2),
  description: '<p>Plus rien ne sort &amp; ça clignote.</p><!-- ipeos:0b3e4a10 -->',
  entity: 'IPEOS > IPEOS-WTC',
  requester: 'Alice Durand',
  equipment: [{ key: 'Printer:1', name: 'imprimante-accueil' }, { key: 'Computer:3' }],
  timeSpent: 4500,
  documents: [{ id: 4, fileName: 'capture\u202e.png', mime: 'image/png', added: ago(49) }],
}

export const timeline: TimelineEntry[] = [
  {
    kind: 'document',
    id: 4,
    date: ago(49),
    mine: true,
    author: 'alice',
    fileName: 'capture\u202e.png',
    mime: 'image/png',
  },
  { kind: 'followup', id: 7, date: ago(30), mine: false, author: 'teo', html: '<p>Bonjour,<br>nous regardons.</p>' },
  { kind: 'followup', id: 8, date: ago(29), mine: true, author: 'alice', html: '<p>Merci !</p>' },
  {
    kind: 'task',
    id: 3,
    date: ago(5),
    mine: false,
    author: 'teo',
    html: '<p>Rouleau changé.</p>',
    state: 'done',
    timeSpent: 1800,
  },
  {
    kind: 'solution',
    id: 2,
    date: ago(4),
    mine: false,
    html: '<p>Redémarrer.</p>',
    status: 'refused',
    answered: ago(3),
    answeredBy: 'alice',
  },
  {
    kind: 'solution',
    id: 5,
    date: ago(2),
    mine: false,
    author: 'teo',
    html: '<ul><li>Rouleau neuf</li></ul>',
    status: 'waiting',
  },
]

export const url = 'https://support.example/front/ticket.form.php?id=15'
