const V1_DESCRIPTION =
  'The low-level API which is closely tied to the GLPI source code. While not as user friendly as the high-level API, it is ' +
  'more powerful and allows to do some things that are not possible with the high-level API. It has no promise of stability ' +
  'between versions so it may change without warning.'

/** `GET /api.php/` of GLPI 11 says which APIs are there (contract of v2, step "discovery"). */
export function discovery(root: string): Response {
  const v2 = ['2.0', '2.1', '2.2'].map((version) => ({
    ...{ api_version: '2', version: `${version}.0`, endpoint: `${root}/api.php/v${version}` },
  }))
  const v1 = { api_version: '1', version: '1.0.0', description: V1_DESCRIPTION, endpoint: `${root}/api.php/v1` }
  return Response.json({ message: 'Welcome to GLPI API', api_versions: [v1, ...v2] })
}

/** The v2 API is announced, as on a real server, but no OAuth client is declared here: nobody gets in by it. */
export function answerV2(request: Request, path: string): Response {
  if (path === '/api.php/token') {
    const answer = { error: 'invalid_client', error_description: 'Client authentication failed' }
    return Response.json(answer, { status: 401 })
  }
  if (request.headers.has('authorization')) {
    const answer = {
      status: 'ERROR_INVALID_PARAMETER',
      title: 'Invalid OAuth token',
      detail: 'The JWT string must have two dots',
    }
    return Response.json(answer, { status: 400 })
  }
  const title = "Vous n'êtes pas authentifé"
  const detail = 'L’en-tête d’authentification est manquante ou invalide'
  return Response.json({ title, detail, status: 'ERROR_UNAUTHENTICATED' }, { status: 401 })
}
