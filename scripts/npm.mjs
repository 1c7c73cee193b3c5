import { run } from './command.mjs'

/**
 * npm as the person's machine has it, with its registry, proxy and certificates.
 *
 * @param {readonly string[]} args
 * @param {import('./command.mjs').Options} [options]
 */
export function npm(args, options) {
  // Under `npm run`, npm names its own program: the same version, and no shell needed on Windows.
  const program = process.env['npm_execpath']
  return program?.endsWith('npm-cli.js')
    ? run(process.execPath, [program, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' })
}
