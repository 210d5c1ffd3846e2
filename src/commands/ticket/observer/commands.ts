import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { described } from '../../command-facts.ts'
import { addObserverAdd } from './add.ts'
import { addObserverList } from './list.ts'
import { addObserverMute, addObserverUnmute } from './mute.ts'
import { addObserverRemove } from './remove.ts'

/** All of `ipeos ticket observer`, in the order in which help names them. */
export function addObserver(ticket: Command, context: Context): void {
  const { t } = context
  const observer = described(ticket.command('observer'), 'observer', t)
    .helpOption('-h, --help', t('program.option.help'))
    .helpCommand(false)
  for (const add of [addObserverAdd, addObserverRemove, addObserverMute, addObserverUnmute, addObserverList])
    add(observer, context)
}
