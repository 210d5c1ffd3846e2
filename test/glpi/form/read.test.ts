import { describe, expect, test } from 'vitest'
import { memory } from '../../support/customer.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

const bob = { user: 'bob', password: 'bob-secret' }
const teo = { user: 'teo', password: 'teo-secret' }

const aliceForm = {
  types: ['incident', 'request'],
  urgencies: ['very-low', 'low', 'medium', 'high', 'very-high'],
  defaultUrgency: 'medium',
  categories: [
    { id: 1, name: 'Général', fullName: 'Général', level: 1 },
    { id: 2, name: 'Hébergement', fullName: 'Hébergement', level: 1 },
    { id: 4, name: 'DNS & domaines', fullName: 'Hébergement > DNS & domaines', level: 2 },
    { id: 3, name: 'Site web', fullName: 'Hébergement > Site web', level: 2 },
    { id: 5, name: 'Messagerie', fullName: 'Messagerie', level: 1 },
    { id: 6, name: 'Téléphonie', fullName: 'Téléphonie', level: 1 },
  ],
  mandatory: ['description'],
  fileLimit: 2097152,
  email: 'alice@ipeos.example',
}

/** Of the form of 10 alone: 11 asks them in its forms. */
const more = {
  '10.0': {
    follows: true,
    observers: { byAddress: true },
    locations: [
      { id: 1, name: 'Siège — Saint-Denis', fullName: 'Siège — Saint-Denis', level: 1 },
      { id: 2, name: 'Étage 2', fullName: 'Siège — Saint-Denis > Étage 2', level: 2 },
    ],
  },
  '11.0': { locations: [] },
}

describe.each(glpiVersions)('the ticket form of GLPI %s', (glpi) => {
  test('is read on the web, where the API shows nothing of it to a customer', async () => {
    const { platform } = await place({ glpi, belongings: false })
    expect(await platform.form.read()).toEqual({
      source: 'web-form',
      ...aliceForm,
      ...more[glpi],
      equipment: [{ key: 'Computer:3', name: 'poste-alice', label: expect.stringContaining('poste-alice') }],
    })
  })

  test('is read through the API, where the profile may, with the marks of the web', async () => {
    const { platform } = await place({
      glpi,
      belongings: false,
      configuration: { customerMayReadAssets: true, mandatoryFields: ['title', 'description'] },
    })
    expect(await platform.form.read()).toEqual({
      source: 'api',
      ...aliceForm,
      ...more[glpi],
      categories: expect.arrayContaining(aliceForm.categories),
      mandatory: ['title', 'description'],
      equipment: [{ key: 'Computer:3', name: 'poste-alice', label: 'poste-alice - WTC-0003' }],
    })
  })

  test('has neither the categories of technicians nor the equipment of others through the API', async () => {
    const { platform } = await place({ glpi, belongings: false, configuration: { customerMayReadAssets: true } })
    const { categories, equipment } = await platform.form.read()
    expect(categories).toHaveLength(6)
    expect(equipment).toHaveLength(1)
  })

  test('does without the page, where the API suffices', async () => {
    const { platform } = await place({ glpi, configuration: { customerMayReadAssets: true, formAvailable: false } })
    expect(await platform.form.read()).toMatchObject({
      source: 'api',
      mandatory: ['description'],
      defaultUrgency: 'medium',
    })
  })

  test('is said to be hidden, and why, where neither shows it', async () => {
    const { platform } = await place({ glpi, configuration: { formAvailable: false } })
    expect(await platform.form.read()).toEqual({
      source: 'none',
      reason: { key: 'form.page-refused' },
      types: ['incident', 'request'],
      urgencies: aliceForm.urgencies,
      defaultUrgency: 'medium',
      categories: [],
      equipment: [],
      locations: [],
      mandatory: ['description'],
      fileLimit: 2097152,
    })
  })

  test('offers the urgencies that the site enabled', async () => {
    const { platform } = await place({ glpi, configuration: { urgencyMask: 0b011100 } })
    expect((await platform.form.read()).urgencies).toEqual(['low', 'medium', 'high'])
  })

  test.each([[['title', 'description']], [['category', 'equipment', 'description']], [['urgency']]] as const)(
    'wants %j when the site does',
    async (mandatoryFields) => {
      const { platform } = await place({ glpi, configuration: { mandatoryFields: [...mandatoryFields] } })
      expect([...(await platform.form.read()).mandatory].sort()).toEqual([...mandatoryFields].sort())
    },
  )

  test('has the file limit of the site', async () => {
    const { platform } = await place({ glpi, configuration: { documentMaxSizeMb: 10 } })
    expect((await platform.form.read()).fileLimit).toBe(10 * 1024 * 1024)
  })

  test('is read in any language, under a sub-path', async () => {
    const { platform } = await place({ glpi, configuration: { basePath: '/glpi' }, connect: { as: bob } })
    expect(await platform.form.read()).toMatchObject({
      source: 'web-form',
      urgencies: aliceForm.urgencies,
      mandatory: ['description'],
      email: 'bob@acme.example',
      categories: { length: 6 },
    })
  })

  test('is a technician’s too', async () => {
    const { platform } = await place({ glpi, connect: { as: teo } })
    expect(await platform.form.read()).toMatchObject({ source: 'api', types: ['incident', 'request'] })
  })

  test('is read with a session that had died meanwhile', async () => {
    const { platform, sandbox } = await place({ glpi })
    await platform.session()
    sandbox.killSessions()
    expect((await platform.form.read()).source).toBe('web-form')
  })

  test('is kept for the next command, which asks nothing', async () => {
    const formCache = memory()
    const first = await place({ glpi, connect: { formCache } })
    const form = await first.platform.form.read()
    const asked = first.sandbox.requests.length
    const next = first.join({ formCache, session: await first.platform.session() })
    expect(await next.platform.form.read()).toEqual(form)
    expect(first.sandbox.requests).toHaveLength(asked)
  })

  test('is asked again when it is told to be', async () => {
    const formCache = memory()
    const { platform, sandbox } = await place({ glpi, connect: { formCache } })
    await platform.form.read()
    sandbox.configuration.mandatoryFields = ['title']
    expect((await platform.form.read({ refresh: true })).mandatory).toEqual(['title'])
  })

  test('is not another person’s', async () => {
    const formCache = memory()
    const { platform, join } = await place({ glpi, connect: { formCache } })
    await platform.form.read()
    const other = join({ as: bob, formCache })
    expect((await other.platform.form.read()).email).toBe('bob@acme.example')
  })

  test('is asked again when what was kept is damaged', async () => {
    const formCache = memory({ owner: '8/1/1', form: { source: 'api' } })
    const { platform } = await place({ glpi, connect: { formCache } })
    expect((await platform.form.read()).source).toBe('web-form')
  })

  test('that was hidden is looked for again by the next command', async () => {
    const formCache = memory()
    const { platform, sandbox } = await place({ glpi, configuration: { formAvailable: false }, connect: { formCache } })
    await platform.form.read()
    sandbox.configuration.formAvailable = true
    expect((await platform.form.read()).source).toBe('web-form')
  })
})

test('equipment of several kinds is read through the API', async () => {
  const henri = { user: 'henri', password: 'henri-secret' }
  const { platform } = await place({ connect: { as: henri }, configuration: { customerMayReadAssets: true } })
  const { equipment } = await platform.form.read()
  expect(equipment.map(({ key }) => key)).toEqual(expect.arrayContaining(['Computer:1', 'Computer:2', 'Printer:1']))
})
