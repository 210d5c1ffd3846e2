import { maybe, oneOf, shape, text, truth } from './record-shape.ts'

/** An account whose login is kept here. */
export const accountShape = shape({
  name: 'account',
  fields: {
    name: text,
    user: text,
    platform: text,
    storage: oneOf(['keychain', 'file']),
    profile: maybe(text),
    entity: maybe(text),
    current: truth,
  },
  columns: ['name', 'user', 'platform', 'storage', 'profile', 'entity', 'current'],
  list: true,
})
