import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AutostartFile, autostartFolder, startedProgram } from './autostart-file.ts'

let config: string

beforeEach(async () => {
  config = await mkdtemp(join(tmpdir(), 'enlace-autostart-'))
})
afterEach(() => rm(config, { recursive: true }))

const folder = () => join(config, 'autostart')
const text = () => readFile(join(folder(), 'enlace.desktop'), 'utf8')

async function execOf(...command: readonly string[]): Promise<string> {
  await new AutostartFile(folder(), command).write()
  return /^Exec=(.*)$/m.exec(await text())?.[1] ?? ''
}

describe('the Exec line', () => {
  it.each([
    [['/opt/enlace/enlace', '--hidden'], '/opt/enlace/enlace --hidden'],
    [
      ['/home/ana/Mis programas/Enlace.AppImage', '--hidden'],
      '"/home/ana/Mis programas/Enlace.AppImage" --hidden',
    ],
    // The specification's own examples: a dollar sign, and a backslash, which takes four.
    [['/a/$b'], String.raw`"/a/\\$b"`],
    [['/a/b\\c'], String.raw`"/a/b\\\\c"`],
    [['/a/"b"`c`'], String.raw`"/a/\\"b\\"\\` + '`c' + String.raw`\\` + '`"'],
    [['/a/100%'], '"/a/100%%"'],
    [['/a/año'], '"/a/año"'],
  ])('of %j is %s', async (command, line) => {
    expect(await execOf(...command)).toBe(line)
  })
})

describe('the file', () => {
  it('is a desktop entry, made with its folder, and goes again', async () => {
    const file = new AutostartFile(folder(), ['/opt/enlace', '--hidden'])
    await file.write()
    expect(await text()).toMatch(/^\[Desktop Entry\]\nType=Application\n/)
    expect(await text()).toMatch(/\nName=Enlace\n/)
    await file.remove()
    await expect(text()).rejects.toThrow('ENOENT')
    await file.remove()
  })

  it('keeps what the desktop wrote into it, and follows a program that has moved', async () => {
    await new AutostartFile(folder(), ['/opt/enlace', '--hidden']).write()
    const switchedOff = `${await text()}Hidden=true\n`
    await writeFile(join(folder(), 'enlace.desktop'), switchedOff)
    await new AutostartFile(folder(), ['/opt/enlace', '--hidden']).write()
    expect(await text()).toBe(switchedOff)
    await new AutostartFile(folder(), ['/usr/bin/enlace', '--hidden']).write()
    expect(await text()).toContain('Exec=/usr/bin/enlace --hidden\n')
  })

  it('says why it cannot be written', async () => {
    await writeFile(folder(), 'a file in the way')
    await expect(new AutostartFile(folder(), ['/opt/enlace']).write()).rejects.toThrow(/EEXIST|ENOTDIR/)
  })
})

describe('where and what', () => {
  it('is below XDG_CONFIG_HOME, if that is a path', () => {
    expect(autostartFolder({ XDG_CONFIG_HOME: '/etc/me' }, '/home/ana')).toBe('/etc/me/autostart')
    expect(autostartFolder({ XDG_CONFIG_HOME: 'me' }, '/home/ana')).toBe('/home/ana/.config/autostart')
    expect(autostartFolder({}, '/home/ana')).toBe('/home/ana/.config/autostart')
  })

  it('is the AppImage, not where it is mounted', () => {
    const mounted = '/tmp/.mount_EnlaceX/enlace'
    expect(startedProgram({ APPIMAGE: '/home/ana/Enlace.AppImage' }, mounted)).toBe(
      '/home/ana/Enlace.AppImage',
    )
    expect(startedProgram({}, '/opt/enlace')).toBe('/opt/enlace')
  })
})
