/** What a person prefers on the platform. */
export interface PlatformPreferences {
  /** As GLPI writes it: `fr_FR`. */
  language?: string
  /** Those that the platform offers; none where it does not let this person choose. */
  languages: Array<{ code: string; name: string }>
  /** Where mail goes by default. */
  email?: string
}

export interface PreferenceChanges {
  /** One of `languages`. */
  language?: string
  email?: string
}

export interface Preferences {
  /** Rejects with `NotAllowed` where the site does not show them to this account, saying why. */
  read(): Promise<PlatformPreferences>
  /** Changes them, and gives what they are now. Rejects with `NotAllowed` as `read`, with `Failed` when they did not change. */
  change(changes: PreferenceChanges): Promise<PlatformPreferences>
}
