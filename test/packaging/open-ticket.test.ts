import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shellStory } from '../support/shell-story.ts'

const script = join(process.cwd(), 'packaging', 'ci', 'open-ticket.sh')
const job = `
export TICKET_TITLE='web: the pipeline of main failed' TICKET_KEY=web/main TICKET_CATEGORY='Site web'
export TICKET_DESCRIPTION='https://ci.example/run/7'
open_ticket() { sh '${script}'; }
`

describe('a job that fails', () => {
  test('opens a ticket with the files that are there, and the next time adds to it', async () => {
    const { code, out, err } = await shellStory(`${job}
      up
      echo broken >log.txt
      export TICKET_FILES='log.txt
nowhere.txt'
      GITHUB_OUTPUT=given open_ticket >first 2>err1
      TICKET_DESCRIPTION=again open_ticket >second 2>err2
      cat given
      [ "$(cat first)" = "$(cat second)" ] && ipeos ticket show "$(cat first)" --json --jq '"\\(.title)|\\(.category)|\\(.documents | length)"'
      ipeos ticket list --json title --jq '[.[] | select(.title | startswith("web:"))] | length'
      down`)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^ticket=\d+\nweb: the pipeline of main failed\|.*Site web\|[12]\n1\n$/)
  })

  test('whose platform is down does not fail of that, and says so', async () => {
    const { code, out, err } = await shellStory(`${job} open_ticket`)
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toContain('could not open the ticket')
  })

  test('never runs what others wrote into its title', async () => {
    const { files, code } = await shellStory(`${job}
      up
      TICKET_TITLE='$(touch evil); \`touch evil\` "' open_ticket >/dev/null
      ipeos ticket list --json title --jq '.[0].title' >title
      down`)
    expect(code).toBe(0)
    expect(files.title).toContain('$(touch evil); `touch evil` "')
    expect(Object.keys(files)).not.toContain('evil')
  })
})

test.each([
  ['packaging/ci/github-action/action.yml', 'run: sh "$GITHUB_ACTION_PATH/../open-ticket.sh"'],
  ['packaging/ci/gitlab/ipeos.gitlab-ci.yml', '- open-ticket'],
])('%s gives what others wrote in variables alone', (path, line) => {
  const text = readFileSync(path, 'utf8')
  const commands = text.split('\n').filter((one) => /^\s*(run:|- open-ticket)/.test(one))
  expect(commands.map((one) => one.trim())).toEqual([line])
  for (const name of ['TICKET_TITLE', 'TICKET_DESCRIPTION', 'TICKET_KEY']) expect(text).toContain(`${name}: `)
})

test('the container runs as nobody in particular, and keeps its state in a volume', () => {
  const text = readFileSync('packaging/container/Dockerfile', 'utf8')
  expect(text).toMatch(/^USER 10001$/m)
  for (const name of ['CONFIG', 'STATE', 'CACHE', 'DATA'])
    expect(text).toMatch(new RegExp(`IPEOS_${name}_DIR=/var/lib/ipeos/`))
  expect(text).toMatch(/^VOLUME \/var\/lib\/ipeos$/m)
})

test('the container takes the package of the system that it is built for, not one that is named', () => {
  const text = readFileSync('packaging/container/Dockerfile', 'utf8')
  expect(text).toContain('dpkg -i /release/ipeos_*_"$(dpkg --print-architecture)".deb')
  expect(text).not.toContain('TARGETARCH')
})
