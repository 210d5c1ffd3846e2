import { describe, expect, test } from 'vitest'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

describe.each(glpiVersions)('the preferences on GLPI %s', (glpi) => {
  test('are read from the site, with the languages that it offers', async () => {
    const { platform } = await place({ glpi })
    expect(await platform.preferences.read()).toEqual({
      language: 'fr_FR',
      languages: [
        { code: 'fr_FR', name: 'Français' },
        { code: 'en_GB', name: 'English' },
      ],
      email: 'alice@ipeos.example',
    })
  })

  test('are changed for every session of this person', async () => {
    const { platform, join } = await place({ glpi })
    expect(await platform.preferences.change({ language: 'en_GB', email: 'a@b.example' })).toMatchObject({
      language: 'en_GB',
      email: 'a@b.example',
    })
    expect((await join().platform.session()).person.language).toBe('en_GB')
  })

  test('of a session that died meanwhile are those of the next one', async () => {
    const { platform, sandbox } = await place({ glpi })
    await platform.session()
    sandbox.killSessions()
    expect(await platform.preferences.read()).toMatchObject({ language: 'fr_FR' })
  })

  test('under a sub-path are found there', async () => {
    const { platform } = await place({ glpi, configuration: { basePath: '/glpi' } })
    expect(await platform.preferences.change({ language: 'en_GB' })).toMatchObject({ language: 'en_GB' })
  })

  test('that the site does not show are refused as not allowed', async () => {
    const { platform } = await place({ glpi, configuration: { preferencesAvailable: false } })
    await expect(platform.preferences.read()).rejects.toMatchObject({ exitCode: 5 })
  })

  test('keep one address, however often it is set', async () => {
    const { platform, sandbox } = await place({ glpi })
    await platform.preferences.change({ email: 'ALICE@ipeos.example' })
    await platform.preferences.change({ email: 'a@b.example' })
    await platform.preferences.change({ email: 'a@b.example' })
    expect(await platform.preferences.read()).toMatchObject({ email: 'a@b.example', language: 'fr_FR' })
    expect(sandbox.writes).toHaveLength(3)
  })
})
