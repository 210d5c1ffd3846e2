import { describe, expect, test } from 'vitest'
import type { Context } from '../../../../src/app/context.ts'
import { chooseForm, rememberForm } from '../../../../src/commands/request/site-form/ask/choose-form.ts'
import type { SiteForm } from '../../../../src/itil/site-form.ts'
import type { Prompts } from '../../../../src/terminal/prompts/prompts.ts'
import { asked } from '../../../support/asked-prompt.ts'
import { translator } from '../../../support/translator.ts'

const forms: SiteForm[] = [
  { id: 1, title: 'Signaler un problème', description: 'Une panne, une erreur', path: [] },
  { id: 2, title: 'Arrivée', description: 'Préparer les comptes', path: ['Ressources humaines', 'Équipe'] },
  { id: 3, title: 'Imprimante', description: '', path: [] },
]

type SeenValue = { value: string; about: string }

/** An account that used these forms, the last one first. */
function account(...used: number[]) {
  let values: SeenValue[] = used.map((id) => ({ value: String(id), about: '' }))
  const seen = {
    recall: async () => values,
    remember: async (_kind: string, more: SeenValue[]) => {
      values = [...more, ...values.filter(({ value }) => value !== more[0]?.value)]
    },
  }
  return (prompts?: Prompts) => ({ prompts, seen, t: translator('fr') }) as unknown as Context
}

describe('which form?', () => {
  test('offers the one that was used last first', async () => {
    const context = account(3, 2)
    await rememberForm({ id: 2, title: 'Arrivée' }, context())
    const { answer, events, getScreen } = await asked((prompts) => chooseForm(forms, context(prompts)))
    const screen = getScreen()
    events.keypress('enter')
    await answer
    expect(screen).toContain('❯ Arrivée\n  Imprimante\n  Signaler un problème\n')
  })

  test.each(['equipe', 'comptes prepar', 'arrivee'])('finds it by «%s», accents folded', async (words) => {
    const { answer, events } = await asked((prompts) => chooseForm(forms, account()(prompts)))
    events.type(words)
    events.keypress('enter')
    expect((await answer).id).toBe(2)
  })

  test('tells where it stands in the catalogue, and what it is for', async () => {
    const { answer, events, getScreen } = await asked((prompts) => chooseForm(forms, account(2)(prompts)))
    const screen = getScreen()
    events.keypress('enter')
    await answer
    expect(screen).toContain('Ressources humaines > Équipe · Préparer les comptes')
  })

  test('is not asked where there is only one', async () => {
    expect(await chooseForm(forms.slice(0, 1), account()())).toBe(forms[0])
  })
})
