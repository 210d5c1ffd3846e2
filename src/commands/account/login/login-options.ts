export interface LoginOptions {
  user?: string
  passwordStdin?: boolean
  tokenStdin?: boolean
  /** The page where the token stands is to be opened. */
  web?: boolean
  /** A token is to be kept in the password's place. */
  saveToken?: boolean
  appToken?: string
  allowHttp?: boolean
}
