import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Bridge } from '../src/contract/commands.ts'
import { expect, test } from './support/fixtures.ts'

declare global {
  interface Window {
    readonly enlace: Bridge
  }
}

test('names and ids that cannot be used are refused where they are typed', async ({ folder, launch }) => {
  const { page } = await launch()
  await page.getByTestId('add-organization').click()
  const name = page.getByTestId('organization-name')
  for (const [typed, complaint] of [
    ['   ', 'Escriba un nombre'],
    ['x'.repeat(5000), '80'],
  ] as const) {
    await name.fill(typed)
    await page.getByTestId('create-organization').click()
    await expect(name).toHaveAttribute('aria-invalid', 'true')
    await expect(name).toHaveAccessibleDescription(new RegExp(complaint))
  }
  expect(await readdir(join(folder, 'organizations'))).toEqual([])
})

test('main refuses every message that does not fit, and says where', async ({ launch }) => {
  const { page } = await launch()
  await expect(page.getByTestId('add-organization')).toBeVisible()
  const answers = await page.evaluate(async () => {
    const call = async (name: string, input: unknown) => {
      const answer: unknown = await Reflect.apply(window.enlace.call, null, [name, input])
      return answer
    }
    return [
      await call('createOrganization', {}),
      await call('createOrganization', { name: 7 }),
      await call('createOrganization', { name: 'x', extra: true }),
      await call('createOrganization', null),
      // It has a name, as every error has.
      await call('createOrganization', new Error('none')),
      await call('createOrganization', { name: 'Shop', id: '../../etc' }),
      await call('commandSession', { organizationId: 'nobody', command: 'clear' }),
      await call('commandSession', { organizationId: 'nobody', command: 'format-disk' }),
      await call('practiceScan', { organizationId: 'nobody' }),
      await call('practiceHeal', {}),
    ].map((answer) => (answer as { error?: { code: string } }).error?.code)
  })
  expect(answers).toEqual([
    'invalid-input',
    'invalid-input',
    'invalid-input',
    'invalid-input',
    'invalid-input',
    'id-invalid',
    'unknown-organization',
    'invalid-input',
    'not-practice',
    'not-practice',
  ])
})

test('two ids that begin alike get a session name that can be edited', async ({ folder, launch }) => {
  const { page } = await launch()
  const create = (id: string, sessionName?: string) =>
    page.evaluate(
      (input) => window.enlace.call('createOrganization', input),
      sessionName === undefined ? { name: 'Shop', id } : { name: 'Shop', id, sessionName },
    )
  expect(await create('abcdefghijklmnopqrst-1')).toMatchObject({ ok: true })
  expect(await create('abcdefghijklmnopqrst-2')).toMatchObject({
    error: { code: 'session-name-taken', params: { proposal: 'org_abcdefghijklmnopqrst_2' } },
  })
  expect(await create('abcdefghijklmnopqrst-2', 'org_second')).toMatchObject({ ok: true })
  expect((await readdir(join(folder, 'organizations'))).toSorted()).toEqual([
    'org_abcdefghijklmnopqrst',
    'org_second',
  ])
})

test('the second click of a double click accepts no proposal that nobody has read', async ({
  folder,
  launch,
}) => {
  const { page } = await launch()
  const create = page.getByTestId('create-organization')
  for (const id of ['abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmnopqrstuvwxy0']) {
    await page.getByTestId('add-organization').click()
    await page.getByTestId('organization-name').fill('Tienda')
    await page.getByTestId('organization-name').press('Tab')
    await page.keyboard.press('Enter')
    await page.getByTestId('organization-id').fill(id)
    // Slow enough that the answer to the first click is there before the second.
    await create.click({ clickCount: 2, delay: 200 })
    if (id.endsWith('z')) await expect(create).toHaveCount(0)
  }
  await expect(page.getByTestId('session-name')).toHaveValue('org_abcdefghijklmnopqrst_2')
  expect(await readdir(join(folder, 'organizations'))).toEqual(['org_abcdefghijklmnopqrst'])
})

test('a preferences file that is damaged while Enlace runs freezes nothing', async ({ folder, launch }) => {
  const enlace = await launch()
  await writeFile(join(folder, 'preferences.json'), '{"window": {"width": ')
  await enlace.addOrganization('Óptica Océano')
  await enlace.expectStatus('unlinked')
})

test('a damaged preferences file is set aside and said', async ({ folder, launch }) => {
  await writeFile(join(folder, 'preferences.json'), '{"window": {"width": ')
  const { page } = await launch()
  await expect(page.getByText('preferences.damaged-1.json')).toBeVisible()
  expect(await readFile(join(folder, 'preferences.damaged-1.json'), 'utf8')).toBe('{"window": {"width": ')
})

test('an unreadable organization is named and left as it is', async ({ folder, launch }) => {
  const broken = join(folder, 'organizations', 'org_broken')
  await mkdir(broken, { recursive: true })
  await writeFile(join(broken, 'organization.json'), 'half of it')
  const { page } = await launch()
  await expect(page.getByText('org_broken')).toBeVisible()
  expect(await readFile(join(broken, 'organization.json'), 'utf8')).toBe('half of it')
})

test('a data folder that cannot be written is explained', async ({ folder, launch }) => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  const { page } = await launch({ args: [`--user-data-dir=${join(file, 'below')}`] })
  await expect(page.getByText(join(file, 'below'))).toBeVisible()
})

test('only a loopback address may stand in for WhatsApp', async ({ launch }) => {
  const { page } = await launch({ whatsappUrl: 'wss://evil.example/ws' })
  await expect(page.getByText('wss://evil.example/ws')).toBeVisible()
  await expect(page.getByTestId('add-organization')).toHaveCount(0)
})

test('a way to use a passkey that there is not is said, and nothing runs', async ({ launch }) => {
  const { page } = await launch({ environment: { ENLACE_PASSKEY_WAY: 'bluetooth' } })
  await expect(page.getByText('bluetooth')).toBeVisible()
  await expect(page.getByTestId('add-organization')).toHaveCount(0)
})

test('a server that answers 503, and one that is no WebSocket at all, are named', async ({ launch }) => {
  const server = createServer((_request, response) => response.writeHead(503).end())
  server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n'))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const enlace = await launch({ whatsappUrl: `ws://127.0.0.1:${port}/ws/chat` })
  await enlace.addOrganization('Óptica')
  await enlace.page.getByTestId('primary-action').click()
  await enlace.expectStatus('reconnecting', 'whatsapp-unavailable')
  await expect(enlace.page.getByTestId('support-code').first()).toHaveText('R-32')
  server.close()
})

test('garbage instead of the protocol is named', async ({ simulator, launch }) => {
  simulator.setFault({ kind: 'garbage' })
  const enlace = await launch()
  await enlace.addOrganization('Óptica')
  await enlace.page.getByTestId('primary-action').click()
  await enlace.expectStatus('reconnecting', 'handshake-refused')
})
