import { plural } from '../format.ts'

/** The folder that a session was taken over from, once it is no longer needed. */
export const esSource = {
  source: {
    line: 'La carpeta de la que vino esta sesión todavía guarda sus claves sin cifrar.',
    offer: 'Borrar la carpeta',
    keep: 'Ahora no',
    menu: 'Borrar la carpeta de origen',
    title: 'Borrar la carpeta de la que vino la sesión',
    plain: {
      title: 'Sus claves están a la vista',
      body: 'Aquí Enlace las guarda cifradas; en esa carpeta no lo están. Quien la copie puede leer y enviar mensajes en nombre de la cuenta.',
    },
    server: {
      title: 'El servidor anterior ya no podrá usarla',
      body: 'Es lo que conviene: si los dos usan la sesión, se la quitan uno al otro. Aquí sigue conectada.',
    },
    final: {
      title: 'No se puede deshacer',
      body: 'Se borran solo los archivos de la sesión, sin pasar por la papelera. Las copias que haya en otra parte siguen ahí.',
    },
    confirm: 'Borrar la carpeta',
    again: 'Intentar de nuevo',
    doing: 'Borrando',
    deleted:
      'La carpeta se borró. Las claves de esta sesión ya solo están en Enlace y en las copias que alguien haya hecho.',
    emptied: 'Las claves se borraron. La carpeta quedó vacía porque no se pudo quitar:',
    others:
      'Las claves se borraron. La carpeta se queda, porque tiene algo que no es de la sesión. Revíselo: podría ser una copia de las claves.',
    incomplete: (n: number) =>
      plural('es', n, {
        one: 'No se pudo borrar 1 archivo. Otro programa puede tenerlo abierto, o falta permiso. Apague el servidor anterior e intente de nuevo.',
        other: `No se pudieron borrar ${n} archivos. Otro programa puede tenerlos abiertos, o falta permiso. Apague el servidor anterior e intente de nuevo.`,
      }),
    forSupport: (reason: string) => `Para su soporte: ${reason}.`,
    changed: 'No se borró nada: esa carpeta ya no es la misma, no tiene esta sesión o no se puede leer.',
    gone: 'No se borró nada: la carpeta ya no está ahí. Si la movieron o está en otro disco, sus claves siguen sin cifrar.',
    /** After the first few names. */
    andMore: (n: number) => `y ${n} más`,
  },
}

export type SourceText = typeof esSource
