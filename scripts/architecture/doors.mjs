/**
 * Who may import whom: the plan of the house, written once. `lint-doors.mjs` makes the linter's rules from it, and the
 * map in `docs/architecture.md` is drawn beside it.
 *
 * @typedef {object} Layer a folder of `src`
 * @property {readonly string[]} layers the other layers it may import
 * @property {readonly string[] | 'any'} packages what it may import that is not ours; `any` but what KEEPERS keeps
 * @property {'face' | 'roof' | 'none'} root its files that lie in no room. A face is what others see of it: every room
 *   may import it, and it imports none. A roof puts the rooms together: it imports all, and none imports it.
 * @property {Readonly<Record<string, readonly string[]>>} rooms its rooms, from the ground up, and the rooms each may
 *   import
 * @property {string} why one sentence for whoever meets the closed door
 */

/** @type {Readonly<Record<string, Layer>>} */
export const LAYERS = {
  contract: {
    layers: [],
    packages: [],
    root: 'face',
    rooms: {},
    why: 'Every process has to be able to load the contract: it imports nothing.',
  },
  text: {
    layers: ['contract'],
    packages: ['libphonenumber-js'],
    root: 'face',
    // The languages and the guide are told apart by folders, and know each other by the type of the first language.
    rooms: {},
    why: 'Texts know the contract, and the one package that knows how each country writes its numbers.',
  },
  engine: {
    layers: ['contract'],
    packages: [],
    root: 'face',
    rooms: {
      health: [],
      session: ['health'],
      pin: [],
      activity: ['session'],
      keeping: ['health', 'session'],
    },
    why: 'The engine is pure: it knows the contract, and asks the world through its ports.',
  },
  adapters: {
    layers: ['contract', 'engine'],
    packages: 'any',
    root: 'none',
    rooms: {
      runtime: [],
      files: [],
      journal: ['files'],
      foreign: ['files'],
      pin: ['files'],
      seals: [],
      store: ['files', 'seals'],
      credentials: ['files', 'store'],
      network: ['runtime', 'files', 'store'],
      passkey: [],
      desktop: ['files', 'store', 'passkey'],
      records: ['files'],
      discovery: ['files', 'records'],
      folders: ['files', 'store', 'records', 'discovery'],
      installation: ['files', 'store', 'folders'],
      interchange: ['files', 'foreign', 'store', 'credentials', 'records', 'folders'],
      pairing: ['passkey'],
      signs: [],
      gate: ['runtime', 'credentials'],
      whatsapp: [
        'runtime',
        'gate',
        'network',
        'passkey',
        'pairing',
        'files',
        'store',
        'credentials',
        'folders',
        'installation',
        'signs',
      ],
    },
    why: "Adapters know the contract and the engine's face: decisions stay inside.",
  },
  simulator: {
    layers: ['contract'],
    packages: 'any',
    root: 'roof',
    rooms: {
      wire: [],
      signal: ['wire'],
      world: ['signal', 'wire'],
      service: ['signal', 'wire', 'world'],
      phone: ['signal', 'wire', 'world', 'service'],
    },
    why: 'The simulator is the other side of the wire: of Enlace it knows only the contract, and runs in plain Node.',
  },
  main: {
    layers: ['contract', 'text', 'engine', 'adapters', 'simulator'],
    packages: 'any',
    root: 'roof',
    rooms: {
      start: [],
      window: [],
      practice: [],
      settings: ['start'],
      background: ['start', 'window'],
      network: [],
      passkey: [],
      ipc: ['practice', 'network'],
    },
    why: 'The shell meets the window only through the contract.',
  },
  preload: {
    layers: ['contract'],
    packages: ['electron'],
    root: 'face',
    rooms: {},
    why: "The preload is sandboxed and stays small: it needs nothing but the contract and Electron's bridge.",
  },
  renderer: {
    layers: ['contract', 'text'],
    packages: 'any',
    root: 'face',
    rooms: {},
    why: 'The window is a web page: it knows the contract and the texts, and the outside world is main’s.',
  },
}

/** With `node:fs/promises`. */
export const FILES = 'node:fs'

/**
 * What only some places may import.
 *
 * @type {readonly { packages: readonly string[], places: readonly string[], why: string }[]}
 */
export const KEEPERS = [
  {
    packages: ['electron', 'electron-store'],
    places: ['main', 'preload', 'adapters/desktop'],
    why: 'Electron is wrapped in src/adapters/desktop.',
  },
  {
    packages: ['@whiskeysockets/baileys', 'libsignal'],
    places: [
      'simulator',
      'adapters/whatsapp',
      'adapters/gate',
      'adapters/signs',
      'adapters/pairing',
      'adapters/credentials',
    ],
    why: 'Baileys is wrapped in src/adapters/whatsapp, gate, signs, pairing and credentials.',
  },
  {
    packages: ['ws'],
    places: ['simulator', 'main', 'adapters/whatsapp', 'adapters/gate', 'adapters/network'],
    why: 'Sockets are opened in src/adapters/whatsapp and src/adapters/network, and watched in src/adapters/gate.',
  },
  {
    packages: [FILES],
    places: ['simulator', 'adapters/files', 'adapters/foreign'],
    why: 'Files are opened in src/adapters/files, which follows no link, waits for no pipe and knows limits, and in src/adapters/foreign.',
  },
  {
    packages: ['node:[^/]+', 'zod'],
    places: ['contract', 'text', 'engine', 'adapters', 'simulator', 'main', 'preload'],
    why: 'The window is a web page: no Node, and no zod, which probes `new Function` against its CSP. Parse in main.',
  },
]

/**
 * Files that may open what `src/adapters/files` opens for everybody else, each with its reason.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const OPENS_FILES = {
  'src/adapters/passkey/browser-finder.ts': 'looks at programs that others have installed, through links',
  'src/adapters/passkey/browser-profile.ts':
    'makes a folder for a moment, and deletes it while a browser may be at it',
  'src/adapters/discovery/stamp.ts': 'looks at what has a name, and opens nothing',
  'src/adapters/discovery/walk.ts': 'lists folders, piece by piece and within limits',
  'src/adapters/folders/organization-folders.ts': 'lists the folder of all organizations',
  'src/adapters/folders/sweep.ts': 'lists folders, and deletes empty ones and links',
  'src/main/window/security.ts':
    'serves the page out of the archive that the program is, which only Electron can read',
}

/**
 * Names of a package that a layer must not take, or the only ones it may take.
 *
 * @type {Readonly<Record<string, readonly object[]>>}
 */
export const NAMES = {
  main: [
    {
      name: 'electron',
      importNames: ['ipcRenderer', 'contextBridge'],
      message: 'These belong to the preload.',
    },
  ],
  preload: [
    {
      name: 'electron',
      allowImportNames: ['contextBridge', 'ipcRenderer', 'IpcRendererEvent', 'webUtils'],
      message: 'The preload only bridges.',
    },
  ],
}
