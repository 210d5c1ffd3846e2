import { expect, test } from 'vitest'
import { WrongUsage } from '../../src/errors/error.ts'
import { fieldsOf } from '../../src/records/chosen-fields.ts'

const fields = ['id', 'title', 'status']

test.each(['nom', 'id,nom', '', ','])('refuses the fields %j, and names those that exist', (chosen) => {
  const refusal = () => fieldsOf(chosen, fields)
  expect(refusal).toThrow(WrongUsage)
  expect(refusal).toThrow(
    expect.objectContaining({ hint: { key: 'fields.known-fields', parameters: { fields: 'id, title, status' } } }),
  )
})
