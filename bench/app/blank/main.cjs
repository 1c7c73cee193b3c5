// The least an Electron app can be: one window with one word, set up as safely as Enlace's.
const { app, BrowserWindow } = require('electron')
const path = require('node:path')

app.on('window-all-closed', () => app.quit())
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1100, height: 720, webPreferences: { sandbox: true } })
  return window.loadFile(path.join(__dirname, 'index.html'))
})
