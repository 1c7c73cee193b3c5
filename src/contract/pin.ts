/** A PIN: 4 to 8 digits. */
export const PIN = /^[0-9]{4,8}$/

/** How many digits can be typed at most. */
export const PIN_MAX_DIGITS = 8
