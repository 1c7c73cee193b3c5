import { expect, test } from './support/fixtures.ts'

const NUMBER = '573007915262'

test('a number as it is dialled at home: its country chosen, and shown as it is understood', async ({
  simulator,
  launch,
}) => {
  const enlace = await launch()
  const { page } = enlace
  await enlace.addOrganization('Óptica Océano')
  await page.getByTestId('link-by-phone').click()
  const number = page.getByTestId('phone-number')
  const country = page.getByTestId('phone-country')
  const understood = page.getByTestId('phone-understood')
  await expect(number).toBeFocused()

  await country.selectOption('BR')
  await number.fill('(11) 91234-5678')
  await expect(understood).toHaveText('Se pedirá para +55 11 91234 5678 (Brasil)')
  await country.selectOption('CO')
  await expect(understood).toBeEmpty()
  await page.getByTestId('request-code').click()
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  await expect(number).toBeFocused()

  await number.fill('300 791 5262')
  await expect(understood).toHaveText('Se pedirá para +57 300 791 5262 (Colombia)')
  await number.fill('\u202a+52\u00a01\u00a055\u20111234\u20115678\u202c')
  await expect(understood).toHaveText('Se pedirá para +52 55 1234 5678 (México)')
  await expect(country).toHaveValue('MX')

  await number.fill('+57 (300) 791–5262')
  await expect(country).toHaveValue('CO')
  await number.press('Enter')
  await expect(page.getByTestId('phone-code')).toBeVisible()
  const code = await page.getByTestId('phone-code').textContent()
  await simulator.phone(NUMBER).enterPairingCode(code?.replace(' ', '') ?? '')
  await enlace.expectStatus('online')
})

test('where WhatsApp refuses a code, there is a QR that says why, and the number can be put right', async ({
  simulator,
  launch,
}) => {
  const enlace = await launch()
  const { page } = enlace
  await enlace.addOrganization('Óptica Océano')
  simulator.setFault({ kind: 'code-refused', status: 404, times: 1 })
  await page.getByTestId('link-by-phone').click()
  await page.getByTestId('phone-number').fill('+57 300 791 5263')
  await page.getByTestId('request-code').click()
  await enlace.expectStatus('scan', 'number-refused')
  await expect(page.getByTestId('setback')).toContainText('Revise el número')
  await expect(page.getByTestId('support-code')).toHaveText('R-28')
  await enlace.readQr()

  await page.getByTestId('link-by-phone').click()
  await page.getByTestId('phone-number').fill('+57 300 791 5262')
  await page.getByTestId('request-code').click()
  await expect(page.getByTestId('phone-code')).toBeVisible()
  await expect(page.getByTestId('status')).not.toHaveAttribute('data-cause')
})
