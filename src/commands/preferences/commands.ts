import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { addPreferencesSet } from './set/set.ts'
import { addPreferencesShow } from './show.ts'

/** All of `ipeos preferences`, in the order in which help names them. */
export function addPreferencesCommands(preferences: Command, context: Context): void {
  addPreferencesShow(preferences, context)
  addPreferencesSet(preferences, context)
}
