import type { program as english } from '../en/program.ts'

export const program: Record<keyof typeof english, string> = {}
