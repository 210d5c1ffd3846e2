/** As far as a text can tell: one «@», a domain with a dot. It catches a name typed in the place of an address. */
export const emailAddress = /^[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+$/

/** Characters (RFC 5321). */
export const longestEmailAddress = 254

/** Whether mail can be sent to this, blanks around it aside; whether somebody reads it only its mail server knows. */
export function isEmailAddress(text: string): boolean {
  return text.length <= longestEmailAddress && emailAddress.test(text.trim())
}
