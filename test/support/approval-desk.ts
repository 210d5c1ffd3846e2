import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { login } from '../sandbox/caller.ts'
import { type Desk, newDesk } from './desk.ts'

interface ApprovalDesk {
  site: Sandbox
  desk: Desk
  /** The number of a ticket of henri's, about which both are asked. */
  ticket: number
  /** The numbers of what is asked of alice, and of henri. */
  mine: number
  others: number
}

/** Alice at her desk, of a platform whose customers give approvals: one is asked of her, one of henri. */
export async function deskWithApproval(glpi: '10.0' | '11.0', customerMayApprove = true): Promise<ApprovalDesk> {
  const site = await openSandbox({ glpi, configuration: { customerMayApprove } })
  return { site, desk: newDesk(site), ...(await askForApproval(site, glpi)) }
}

/** Teo asks alice, and then henri, to approve a ticket of henri's. */
export async function askForApproval(
  site: Sandbox,
  glpi: '10.0' | '11.0',
): Promise<Pick<ApprovalDesk, 'ticket' | 'mine' | 'others'>> {
  const teo = await login(site, 'teo')
  const ask = async (tickets_id: number, person: number): Promise<number> => {
    const target =
      glpi === '10.0' ? { users_id_validate: person } : { itemtype_target: 'User', items_id_target: person }
    const input = { tickets_id, comment_submission: '<p>D’accord&nbsp;?</p>', ...target }
    return (await teo.post('/TicketValidation', { input })).json.id
  }
  const ticket = site.addTicket({ title: 'Nouveau poste', requester: 'henri' })
  const [mine, others] = [await ask(ticket, 8), await ask(ticket, 9)]
  return { ticket, mine, others }
}
