import type { Step } from './step-option.ts'

export interface NewOptions {
  item?: string
  from?: string
  to?: string
  for?: string
  comment?: string
  every?: Step
  until?: string
  yes?: boolean
  json?: true | string
  jsonSchema?: boolean
}
