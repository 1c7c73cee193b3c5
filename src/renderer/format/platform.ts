const NAMES: Readonly<Record<string, string>> = {
  android: 'Android',
  iphone: 'iPhone',
  smba: 'Android, WhatsApp Business',
  smbi: 'iPhone, WhatsApp Business',
}

/** The phone's system as its maker writes it; one that WhatsApp adds later is shown as it says. */
export function platformName(platform: string): string {
  return NAMES[platform] ?? platform
}
