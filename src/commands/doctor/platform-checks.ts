import type { Context } from '../../app/context.ts'
import { type ErrorCode, IpeosError } from '../../errors/error.ts'
import { type ApiCheck, checkApi } from '../../glpi/session/discovery.ts'
import { type Check, type Finding, fine } from './check.ts'

/** Whether the API answers, and lets anybody in: asked once, without a login. */
export function platformChecks(context: Context): Check[] {
  let api: ApiCheck | undefined
  let appToken: string | undefined
  /** Passes unless the refusal is one of these, or one that nothing else here tells. */
  const gated = (codes: ErrorCode[], otherwise: () => Finding) => async (): Promise<Finding> => {
    if (api?.refusal && codes.includes(api.refusal.code)) throw api.refusal
    return otherwise()
  }
  return [
    {
      id: 'api',
      needs: ['tls'],
      look: async () => {
        appToken = await knownAppToken(context)
        api = await checkApi(await context.http(), context.account.url, appToken)
        const { refusal, apiUrl } = api
        if (refusal && !refusals.includes(refusal.code)) throw refusal
        return fine('doctor.seen.api', { url: context.settings.sandbox ? new URL(apiUrl).pathname : apiUrl })
      },
    },
    { id: 'api-enabled', needs: ['api'], look: gated(['api-off'], () => fine('doctor.seen.api-on')) },
    {
      id: 'ip-filter',
      needs: ['api-enabled'],
      look: gated(['address-refused'], () => fine('doctor.seen.ip-accepted')),
    },
    {
      id: 'app-token',
      needs: ['ip-filter'],
      look: gated(['app-token-missing', 'app-token-wrong'], () =>
        appToken ? fine('doctor.seen.app-token') : fine('doctor.seen.no-app-token'),
      ),
    },
  ]
}

const refusals: ErrorCode[] = ['api-off', 'address-refused', 'app-token-missing', 'app-token-wrong']

/** One in a keychain that cannot be read is none; the keychain has a check of its own. */
async function knownAppToken({ account }: Context): Promise<string | undefined> {
  try {
    return await account.appToken()
  } catch (error) {
    if (error instanceof IpeosError) return undefined
    throw error
  }
}
