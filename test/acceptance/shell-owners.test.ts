import { expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { shellStory } from '../support/shell-story.ts'

needs('grep', 'sed')

const nobody = { IPEOS_USER: undefined, IPEOS_PASSWORD: undefined, IPEOS_INSECURE_STORAGE: '1' }

const logins = `
  login() { echo "$1-secret" | ipeos login --user $1 --password-stdin >/dev/null 2>>logins || cat logins; }
  logout() { ipeos logout >/dev/null 2>>logins; }
`

test('what was kept after alice logged out is hers: bob does not send it, and she does', async () => {
  const story = await shellStory(
    `${logins}
    up; login alice; logout
    echo 'RAID degraded' | ipeos alert >/dev/null 2>&1
    ipeos draft list --json user >drafts.json
    login bob
    ipeos draft send --all >sent 2>notes; echo $?
    logout; login alice
    ipeos draft send --all 2>/dev/null | grep -c .
    down`,
    { env: nobody },
  )
  expect(story.json('drafts.json')).toEqual([{ user: 'alice' }])
  expect(story).toMatchObject({
    out: '7\n1\n',
    files: { sent: '', notes: expect.stringContaining('belongs to alice') },
  })
})

test('what was kept when nobody was known leaves by itself for the only account, and waits to be told where there are two', async () => {
  const story = await shellStory(
    `${logins}
    keep() { echo "$1" | ipeos ticket new --title "$1" -F - --yes 2>/dev/null; }
    up
    keep first
    login alice
    ipeos draft send --all 2>/dev/null | grep -c .
    logout
    rm .config/ipeos/settings.json
    keep second
    echo '{"version":1,"known":{"'$IPEOS_URL'":["alice@x","bob@x"]}}' >.config/ipeos/settings.json
    login bob
    ipeos draft send --all >sent 2>notes; echo $?
    ipeos draft list --json user >drafts.json
    $(sed -n 's/.*as bob: //p' notes) --yes 2>/dev/null | grep -c .
    ipeos draft send --all; echo $?
    down`,
    { env: nobody },
  )
  expect(story.json('drafts.json')).toEqual([{ user: '' }])
  expect(story).toMatchObject({ out: '1\n7\n1\n0\n', files: { sent: '' } })
})

test('an import that was kept when nobody was known waits to be told where there are two accounts', async () => {
  const story = await shellStory(
    `${logins}
    printf 'title,description\nof nobody,text\n' >file.csv
    ipeos ticket import file.csv >/dev/null 2>&1
    up; login alice; logout; login bob
    ipeos draft send --all >sent 2>notes; echo $?
    $(sed -n 's/.*as bob: //p' notes) >/dev/null 2>&1; echo $?
    ipeos draft send --all; echo $?
    down`,
    { env: nobody },
  )
  expect(story).toMatchObject({ out: '7\n0\n0\n', files: { sent: '' } })
})

test('a job whose user the environment names sends what it kept, whoever logged in here before', async () => {
  const story = await shellStory(
    `${logins}
    up; (unset IPEOS_USER IPEOS_PASSWORD; login bob; logout); down
    echo 'disk full' | ipeos ticket new --title T -F - --yes 2>/dev/null; echo $?
    up
    ipeos draft send --all 2>/dev/null | grep -c .
    down`,
    { env: { IPEOS_INSECURE_STORAGE: '1' } },
  )
  expect(story.out).toBe('6\n1\n')
})
