import { Failed } from './error.ts'

/**
 * The error, or what it means where a part of ipeos is gone that is loaded when it is first needed: npm takes the files of a
 * version away, to put those of another there, whether or not it runs.
 */
export function understood(error: unknown): unknown {
  return isReplaced(error) ? new Failed('replaced', {}, { cause: error }) : error
}

/** Whether it is of that kind. Our parts lie beside each other; what is called by the name of a package is none. */
export function isReplaced(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return error.code === 'MODULE_NOT_FOUND' && /^Cannot find module '\.\//.test(error.message)
}
