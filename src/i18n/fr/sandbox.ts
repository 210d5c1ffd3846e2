import type { sandbox as english } from '../en/sandbox.ts'

export const sandbox: Record<keyof typeof english, string> = {}
