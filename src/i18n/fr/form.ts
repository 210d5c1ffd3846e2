import type { form as english } from '../en/form.ts'

export const form: Record<keyof typeof english, string> = {}
