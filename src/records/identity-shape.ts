import { integer, maybe, oneOf, shape, text } from './record-shape.ts'

/** Who one is on the platform. */
export const identityShape = shape({
  name: 'identity',
  fields: {
    name: text,
    login: text,
    id: integer,
    email: maybe(text),
    profile: text,
    profileId: integer,
    entity: text,
    entityId: integer,
    platform: text,
    version: text,
    source: maybe(oneOf(['keychain', 'file', 'environment'])),
    reach: maybe(oneOf(['below', 'all'])),
  },
  columns: ['name', 'login', 'email', 'profile', 'entity', 'platform', 'version', 'source'],
  list: false,
})
