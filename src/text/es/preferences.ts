import { plural } from '../format.ts'

/** What can be set, each with a short why. */
export const esPreferences = {
  preferences: {
    title: 'Preferencias',
    tabs: {
      general: 'General',
      computer: 'En este equipo',
      security: 'Seguridad',
      network: 'Red',
      keeping: 'Protección y copias',
    },
    failed: 'El cambio no se guardó; sigue lo anterior.',

    language: {
      title: 'Idioma',
      why: 'De la ventana, los avisos y el menú junto al reloj.',
      system: 'El del equipo',
    },
    theme: {
      title: 'Apariencia',
      why: 'Clara, oscura, o la que tenga el equipo a cada hora.',
      system: 'La del equipo',
      light: 'Clara',
      dark: 'Oscura',
    },
    sessionPrefix: {
      title: 'Prefijo de las sesiones nuevas',
      why: 'Con él empieza el nombre de sesión de las organizaciones que añada desde ahora; las que ya están conservan el suyo.',
      /** `name` as `org_7f3a9c51e0b84d2c9a61`. */
      example: (name: string) => `Quedará como ${name}`,
      invalid: (inForce: string) => `De 1 a 16 letras sin tilde o números. Por ahora sigue «${inForce}».`,
    },
    checkInterval: {
      title: 'Revisar las carpetas',
      why: 'En cada revisión Enlace retoma las sesiones que deberían estar conectadas, incorpora las carpetas recuperadas de una copia y avisa si falta alguna.',
      every: (seconds: number) => `cada ${seconds} s`,
      never: 'nunca',
    },

    openAtLogin: {
      title: 'Abrir al encender el equipo',
      why: 'Cuando usted inicia sesión en el equipo, Enlace arranca sin ventana y las sesiones se conectan solas.',
    },
    keepInTray: {
      title: 'Seguir al cerrar la ventana',
      why: 'Enlace queda junto al reloj y las sesiones siguen conectadas. Si lo apaga, cerrar la ventana cierra Enlace.',
    },
    notifications: {
      title: 'Avisar fuera de la ventana',
      why: 'Un aviso del sistema cuando una organización necesita a alguien, y otro cuando vuelve a funcionar.',
    },
    keepAwake: {
      title: 'No suspender el equipo',
      why: 'Mientras haya sesiones en marcha, el equipo no se duerme. La pantalla sí puede apagarse.',
    },

    snapshotDays: {
      title: 'Copiar las sesiones que funcionan',
      why: 'Si el disco daña una sesión, su copia la recupera sin escanear. Se guardan las tres más nuevas.',
      every: (days: number) => plural('es', days, { one: 'cada día', other: `cada ${days} días` }),
    },
  },
}

export type PreferencesText = typeof esPreferences
