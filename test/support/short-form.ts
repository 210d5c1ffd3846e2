import type { SandboxConfiguration, SandboxOptions } from '../../src/sandbox/sandbox.ts'

/** A form of GLPI 10 that asks neither observers nor a place, and offers one piece of equipment: the rest has tests of its own. */
export const shortForm: SandboxOptions & { configuration: Partial<SandboxConfiguration> } = {
  glpi: '10.0',
  belongings: false,
  configuration: { template: { hidden: ['observers', 'location'] } },
}
