import type { SandboxTicket } from '../ticket/planting.ts'
import type { DaysAgo } from './days-ago.ts'

/** What bob asked of the support before, at ACME. */
export function acmeHistory(ago: DaysAgo): SandboxTicket[] {
  const bob = { requester: 'bob' } as const
  return [
    {
      ...bob,
      title: 'Mailbox full: cannot receive mail',
      content: '<p>Senders get a «mailbox full» answer since yesterday.</p>',
      ...{ status: 'closed', urgency: 4, category: 5, opened: ago(150) },
      solutions: [{ content: '<p>Quota doublé.</p>', at: ago(149) }],
    },
    {
      ...bob,
      title: 'Redirect www.acme.example to the new shop',
      content: '<p>Please redirect everything under <code>/store</code>.</p>',
      ...{ type: 'request', status: 'solved', urgency: 2, category: 3, opened: ago(20) },
      followups: [{ by: 'teo', content: '<p>Redirection en place sur la préproduction.</p>', at: ago(18) }],
    },
    {
      ...bob,
      title: 'Conference phone drops calls after 30 minutes',
      ...{ status: 'assigned', urgency: 3, category: 6, opened: ago(3) },
    },
    {
      ...bob,
      title: 'New starter on Monday',
      ...{ type: 'request', status: 'new', urgency: 3, category: 1, opened: ago(1) },
    },
  ]
}
