/** The name under which the phone lists this computer, as WhatsApp writes it in every language. */
export const DEVICE_NAME = 'Google Chrome (Mac OS)'
