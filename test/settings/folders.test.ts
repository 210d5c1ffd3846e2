import { expect, test } from 'vitest'
import { checkedFolders } from '../../src/settings/checked-folders.ts'
import { foldersOf } from '../../src/settings/folders.ts'

test('on Linux things are kept where XDG says', () => {
  const env = { XDG_CONFIG_HOME: '/c', XDG_STATE_HOME: '/s', XDG_CACHE_HOME: '/k', XDG_DATA_HOME: '/d' }
  expect(foldersOf({ env, platform: 'linux', home: '/home/a' })).toEqual({
    config: '/c/ipeos',
    state: '/s/ipeos',
    cache: '/k/ipeos',
    data: '/d/ipeos',
  })
})

test('a relative XDG folder is ignored, as its specification asks', () => {
  const folders = foldersOf({ env: { XDG_CONFIG_HOME: 'c' }, platform: 'linux', home: '/home/a' })
  expect(folders.config).toBe('/home/a/.config/ipeos')
})

test('without XDG the usual folders of a home are taken', () => {
  expect(foldersOf({ env: {}, platform: 'linux', home: '/home/a' })).toEqual({
    config: '/home/a/.config/ipeos',
    state: '/home/a/.local/state/ipeos',
    cache: '/home/a/.cache/ipeos',
    data: '/home/a/.local/share/ipeos',
  })
})

test('on macOS things are kept in the Library', () => {
  const folders = foldersOf({ env: {}, platform: 'darwin', home: '/Users/a' })
  expect(folders).toMatchObject({
    config: '/Users/a/Library/Application Support/ipeos',
    cache: '/Users/a/Library/Caches/ipeos',
  })
})

test('on Windows settings roam and the rest stays on the machine', () => {
  const env = { APPDATA: 'C:\\Users\\a\\AppData\\Roaming', LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }
  expect(foldersOf({ env, platform: 'win32', home: 'C:\\Users\\a' })).toEqual({
    config: 'C:\\Users\\a\\AppData\\Roaming\\ipeos',
    state: 'C:\\Users\\a\\AppData\\Local\\ipeos\\state',
    cache: 'C:\\Users\\a\\AppData\\Local\\ipeos\\cache',
    data: 'C:\\Users\\a\\AppData\\Local\\ipeos\\data',
  })
})

test('IPEOS_CONFIG_DIR and its like win over all customs', () => {
  const env = { IPEOS_CONFIG_DIR: '/x/config', IPEOS_DATA_DIR: '/x/data', XDG_CONFIG_HOME: '/c' }
  expect(foldersOf({ env, platform: 'linux', home: '/home/a' })).toMatchObject({ config: '/x/config', data: '/x/data' })
})

test('a relative IPEOS_CONFIG_DIR is refused, by its name', () => {
  const folders = () => checkedFolders({ env: { IPEOS_CONFIG_DIR: 'x' }, platform: 'linux', home: '/home/a' })
  expect(folders).toThrow(
    expect.objectContaining({
      exitCode: 2,
      text: expect.objectContaining({ parameters: { origin: 'IPEOS_CONFIG_DIR', value: 'x' } }),
    }),
  )
})
