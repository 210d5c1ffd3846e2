/** Characters that are taken of what is typed and pasted: as many as the longest description has. */
export const longestText = 250_000
/** Of an answer of one line. */
export const longestLine = 2_000
/** Of a line that names files. */
export const longestPaths = 32 * 1024
