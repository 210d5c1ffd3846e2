import { expect, test } from 'vitest'
import { AnswersAbove } from '../../../src/terminal/prompts/answers-above.ts'
import { FakeOutput } from '../fake-stream.ts'

function screen() {
  const output = new FakeOutput({ columns: 80 })
  const notes: string[] = []
  const above = new AnswersAbove({ output, written: () => notes.length })
  /** A question whose answer takes so many rows. */
  const ask = (message: string, rows: number) => {
    const drawn = above.begin(message)
    output.write(`${message}\n`.repeat(rows))
    drawn(rows)
  }
  return { output, notes, above, ask }
}

const erased = (rows: number) => `\u001b[${rows}A\r\u001b[J`

test('the answer to a question that is asked again is taken away, and those below it', () => {
  const { output, ask } = screen()
  ask('Urgence', 1)
  ask('Titre', 2)
  ask('Article', 1)
  ask('Description', 0)
  const before = output.text
  ask('Titre', 2)
  expect(output.text.slice(before.length)).toBe(`${erased(3)}Titre\nTitre\n`)
})

test('a question that comes again without anybody going back leaves all as it stands', () => {
  const { output, ask } = screen()
  ask('Que modifier', 1)
  ask('Titre', 1)
  ask('Que modifier', 1)
  expect(output.text).not.toContain('\u001b')
})

test.each([
  ['something else was written', ({ notes }: ReturnType<typeof screen>) => notes.push('Un instant…')],
  ['the shell had the terminal', ({ above }: ReturnType<typeof screen>) => above.forget()],
  ['the window has another width', ({ output }: ReturnType<typeof screen>) => Object.assign(output, { columns: 40 })],
])('what stands there stays where %s', (_what, happens) => {
  const place = screen()
  place.ask('Titre', 1)
  happens(place)
  place.ask('Description', 0)
  place.ask('Titre', 1)
  expect(place.output.text).not.toContain('\u001b')
})
