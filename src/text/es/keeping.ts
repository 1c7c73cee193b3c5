import { plural } from '../format.ts'

/** How what is stored is protected, put aside, brought back, taken elsewhere and taken in. */
export const esKeeping = {
  protection: {
    title: 'Protección de las claves',
    system: 'Las claves están protegidas por el sistema.',
    none: 'Este sistema no ofrece protección para las claves: quien entre con su usuario podría copiar las sesiones. Use un usuario con contraseña y no preste este equipo.',
  },

  quarantine: {
    days: 'Guardar lo que se limpia o se quita',
    forDays: (days: number) => plural('es', days, { one: '1 día', other: `${days} días` }),
    daysWhy:
      'Durante ese tiempo se puede recuperar. Después se borra por sí solo; si elige menos días, lo más antiguo se borra enseguida.',
    title: 'Guardado por si acaso',
    why: 'Lo que se limpió se recupera con Deshacer, en su organización. Una organización quitada se restaura aquí.',
    loading: 'Buscando',
    empty: 'No hay nada guardado.',
    failed: 'No se pudo ver lo guardado.',
    kind: { generation: 'Sesión limpiada', organization: 'Organización quitada' },
    /** `ago` as `hace 3 días`, `when` as `el 4 de agosto`. */
    expires: (ago: string, when: string) => `${ago} · se borra ${when}`,
    restore: 'Restaurar',
    restoreNamed: (name: string) => `Restaurar ${name}`,
    see: 'Ver',
    seeNamed: (name: string) => `Ver ${name}`,
  },

  cleaning: {
    title: 'Avisar de sesiones sin uso',
    after: (days: number) => `a los ${days} días`,
    never: 'nunca',
    why: 'Enlace propone limpiarlas; nunca las limpia sin su permiso.',
  },

  removeOrganization: {
    menu: 'Quitar organización',
    title: (name: string) => `¿Quitar ${name}?`,
    body: (days: number) =>
      plural('es', days, {
        one: 'Deja de funcionar en este equipo y sale de la lista. Puede recuperarla durante 1 día, en Preferencias; después se borra.',
        other: `Deja de funcionar en este equipo y sale de la lista. Puede recuperarla durante ${days} días, en Preferencias; después se borra.`,
      }),
    phone: 'En el teléfono sigue como dispositivo vinculado. Los chats no se tocan.',
    type: (name: string) => `Para confirmar, escriba su nombre: **${name}**`,
    name: 'Nombre de la organización',
    hint: 'Con las mismas mayúsculas y tildes.',
    confirm: 'Quitar organización',
  },

  exportSession: {
    menu: 'Exportar la sesión',
    title: (name: string) => `Exportar la sesión de ${name}`,
    secret: {
      title: 'La carpeta es la llave de la cuenta',
      body: 'Quien la tenga puede leer y enviar mensajes en su nombre. Guárdela como una contraseña y no la envíe por chat ni por correo.',
    },
    stops: {
      title: 'La sesión se detiene primero',
      body: 'Enlace la detiene en este equipo antes de escribir la carpeta.',
    },
    one: {
      title: 'Un solo programa a la vez',
      body: 'Si dos usan la misma sesión, WhatsApp desconecta a uno y la sesión puede dañarse.',
    },
    confirm: 'Elegir carpeta y exportar',
    doing: 'Exportando',
    done: 'La sesión quedó exportada en:',
    after: 'Aquí quedó detenida. Conéctela de nuevo solo si nadie más la usa.',
  },

  importSession: {
    action: 'Traer una sesión de otro servidor',
    hint: 'Con la carpeta de Baileys, o arrastrándola a esta ventana. La carpeta no se cambia.',
    drop: 'Suelte aquí la carpeta de la sesión',
    dropWhy: 'Enlace la revisa primero y no cambia nada en ella. Apague antes el otro servidor.',
    doing: 'Revisando la carpeta',
  },

  /** A moment, in few words. */
  when: {
    today: (time: string) => `hoy, ${time}`,
    yesterday: (time: string) => `ayer, ${time}`,
    other: (date: string) => `el ${date}`,
  },
}

export type Keeping = typeof esKeeping
