import type { platform as english } from '../en/platform.ts'

export const platform: Record<keyof typeof english, string> = {}
