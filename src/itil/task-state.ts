export const taskStates = ['information', 'to-do', 'done'] as const
export type TaskState = (typeof taskStates)[number]

export function taskState(id: number): TaskState | undefined {
  return taskStates[id]
}
