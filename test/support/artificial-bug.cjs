/** Puts a bug into the program that it is loaded into: one that is thrown where it is waited for, or where nobody does. */
const bug = () => Object.assign(new TypeError('an artificial bug'), { env: { ...process.env }, argv: process.argv })

if (process.env.ARTIFICIAL_BUG === 'alone') setTimeout(() => Promise.reject(bug()), 60)
else
  Date.prototype.getTimezoneOffset = () => {
    throw bug()
  }
