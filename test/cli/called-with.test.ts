import { expect, test } from 'vitest'
import { addressAsGiven, asCalledWith, asInRehearsal } from '../../src/cli/called-with.ts'

test('a command that a sentence names goes to the platform that the call went to', () => {
  const said = asCalledWith({ sandbox: true })
  expect(said('To follow it: ipeos ticket show 19')).toBe('To follow it: ipeos ticket show --sandbox 19')
  expect(asCalledWith({ url: 'https://a.example' })('ipeos login')).toBe('ipeos login --url https://a.example')
})

test('an option that stands there already is not said twice', () => {
  expect(asCalledWith({ sandbox: true })('ipeos login --sandbox --user alice')).toBe(
    'ipeos login --sandbox --user alice',
  )
})

test('a place to fill in stays one', () => {
  const said = asCalledWith({ url: 'https://a.example' })
  expect(said('Check it, then: ipeos login --url ADDRESS')).toBe('Check it, then: ipeos login --url ADDRESS')
})

test('where secrets are kept matters to login only', () => {
  const said = asCalledWith({ insecureStorage: true })
  expect(said('ipeos login, then ipeos ticket list')).toBe('ipeos login --insecure-storage, then ipeos ticket list')
})

test('a sentence about ipeos itself stays as it is', () => {
  expect(asCalledWith({ sandbox: true })('Something went wrong in ipeos itself')).toBe(
    'Something went wrong in ipeos itself',
  )
})

test('an address with a password in it is never said again', () => {
  expect(asCalledWith({ url: 'https://alice:secret@a.example' })('ipeos login')).toBe('ipeos login')
})

test('what asks no platform, or starts its own, is named as it is', () => {
  const said = asCalledWith({ sandbox: true })
  expect(said('See: ipeos sandbox start, ipeos help files')).toBe('See: ipeos sandbox start, ipeos help files')
})

test('the role of the call goes with its commands, in quotes where a shell needs them', () => {
  const said = asCalledWith({ profile: 'Self-Service', entity: "IPEOS > L'ÉTÉ" })
  expect(said('See it: ipeos ticket show 3')).toBe(
    "See it: ipeos ticket show --profile Self-Service --entity 'IPEOS > L'\\''ÉTÉ' 3",
  )
})

test('what a person typed is quoted as it was typed', () => {
  const said = asCalledWith({ sandbox: true })
  for (const sentence of ['« ipeos ticket new » is no date', '“ipeos ticket new” is no date'])
    expect(said(sentence)).toBe(sentence)
})

test('a login that failed is tried again as the same person', () => {
  const said = asCalledWith({ url: 'https://a.example' }, ['login', '-u', 'alice', '--password-stdin'])
  expect(said('a file: ipeos login --insecure-storage')).toBe(
    'a file: ipeos login --url https://a.example --user alice --password-stdin --insecure-storage',
  )
})

test('where a token says who one is, no name stands beside it', () => {
  const said = asCalledWith({}, ['login', '--user=alice', '--app-token', 'app-1'])
  expect([said('ipeos login --token-stdin'), said('ipeos login')]).toEqual([
    'ipeos login --token-stdin',
    'ipeos login --user alice',
  ])
})

test('an address that a variable gives is put right there, and elsewhere by a login', () => {
  const sentence = 'Check it, then: ipeos login --url ADDRESS'
  const env = { IPEOS_URL: 'https://a.example' }
  expect(addressAsGiven({}, env)(sentence)).toBe('Check it, then: export IPEOS_URL=ADDRESS')
  expect(addressAsGiven({ url: 'https://b.example' }, env)(sentence)).toBe(sentence)
  expect(addressAsGiven({}, {})(sentence)).toBe(sentence)
})

test('who rehearses is told to log in to the embedded platform, unless the sentence names a place', () => {
  expect(asInRehearsal('Again: ipeos login\nForgotten: ipeos password reset\nNews: ipeos ticket list')).toBe(
    'Again: ipeos login --sandbox\nForgotten: ipeos password reset --sandbox\nNews: ipeos ticket list',
  )
  for (const said of [
    'ipeos login --url https://a.example',
    'alice: ipeos login --sandbox',
    '“ipeos login” is no date',
  ])
    expect(asInRehearsal(said)).toBe(said)
})
