import { addPreferencesSet } from './set/set.ts'
import { addPreferencesShow } from './show.ts'

/** All of `ipeos preferences`, in the order in which help names them. */
export const preferencesCommands = [addPreferencesShow, addPreferencesSet]
