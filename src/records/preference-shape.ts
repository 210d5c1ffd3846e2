import { oneOf, shape, text } from './record-shape.ts'

export const preferenceNames = ['language', 'email', 'notify', 'page-length', 'columns'] as const
export type PreferenceName = (typeof preferenceNames)[number]

const value = { type: ['string', 'number', 'boolean', 'array', 'null'] } as const

/** What a person prefers, and where it is kept: on the platform, or on this computer. */
export const preferenceShape = shape({
  name: 'preference',
  fields: { name: oneOf(preferenceNames), value, where: oneOf(['platform', 'here']), about: text },
  columns: ['name', 'value', 'where'],
  list: true,
})
