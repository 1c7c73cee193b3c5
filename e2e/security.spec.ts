import { expect, test } from './support/fixtures.ts'
import { inMain } from './support/in-main.ts'

test('the page has no way out', async ({ launch }) => {
  const { app, page } = await launch()
  await expect(page.getByTestId('add-organization')).toBeVisible()
  expect(page.url()).toBe('app://enlace/index.html')

  const reach = await page.evaluate(() => ({
    node: 'require' in window || 'process' in window,
    bridge: Object.keys(window.enlace).toSorted(),
    opened: window.open('https://example.com') !== null,
  }))
  expect(reach).toEqual({ node: false, bridge: ['call', 'onPush', 'onRequest', 'pathOf'], opened: false })

  await page.evaluate(() => {
    location.href = 'https://example.com'
  })
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "injected"'
    document.body.append(script)
  })
  expect(await page.title()).not.toBe('injected')
  expect(page.url()).toBe('app://enlace/index.html')
  expect(app.windows()).toHaveLength(1)

  const outside = await page.evaluate(async () => {
    const answers = await Promise.allSettled([
      fetch('https://example.com'),
      fetch('app://enlace/../../package.json'),
      fetch('app://enlace/%2e%2e/%2e%2e/package.json'),
      fetch('file:///etc/hostname'),
    ])
    return answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.status : 'refused'))
  })
  expect(outside).toEqual(['refused', 404, 404, 'refused'])

  const preferences = await inMain(app, ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not in Electron's types, but its own tests rely on it.
    const read: unknown = contents && Reflect.get(contents, 'getLastWebPreferences')
    return typeof read === 'function' ? (read.call(contents) as unknown) : null
  })
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
})

test('a second start brings the first to the front and ends', async ({ launch }) => {
  const first = await launch()
  await expect(first.page.getByTestId('add-organization')).toBeVisible()
  await expect(launch()).rejects.toThrow()
  expect(first.app.windows()).toHaveLength(1)
})
