const { Socket } = require('node:net')

/** Puts a bug into the program that it is loaded into: one that is thrown where it is waited for, or where nobody does. */
const bug = () => Object.assign(new TypeError('an artificial bug'), { env: { ...process.env }, argv: process.argv })

if (process.env.ARTIFICIAL_BUG === 'alone') {
  const { connect } = Socket.prototype
  Socket.prototype.connect = function (...given) {
    Promise.reject(bug())
    return connect.apply(this, given)
  }
} else
  Date.prototype.getTimezoneOffset = () => {
    throw bug()
  }
