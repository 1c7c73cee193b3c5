import type { LessonName } from '../../contract/practice.ts'

/** The guided lessons of practice mode: what each step says, and what is said around them. */
export const esLessons = {
  lessons: {
    heading: 'Lecciones',
    progress: (step: number, of: number) => `Paso ${step} de ${of}`,
    done: 'hecho',
    acted: 'Hecho. Espere unos segundos y mire qué cambia.',
    /** Where another button follows. */
    actedNext: 'Hecho. Ahora pulse el botón marcado.',
    again: 'Empezar de nuevo',
    leave: 'Dejar la lección',
    astray: (state: string) =>
      `La sesión está ahora en «${state}», y la lección no sigue desde ahí. Vuelva con el botón marcado o empiece de nuevo.`,
    elsewhere: (name: string) => `Esta lección sigue en **${name}**.`,
    back: (name: string) => `Ver ${name}`,
    gone: 'La organización de esta lección ya no está. Empiece de nuevo.',
    wellDone: '¡Muy bien!',
    next: (title: string) => `Seguir: ${title}`,
    repeat: 'Repetir',
    close: 'Cerrar',
    titles: {
      'first-link': 'Su primera vinculación',
      disconnection: 'Cuando se desconecta',
      clearing: 'Limpiar una sesión',
      passkey: 'Cuando pide una llave',
    } satisfies Record<LessonName, string>,
    learnt: {
      'first-link':
        'Así se vincula una tienda: pedir el código, escanearlo y comprobar. En adelante, Enlace se conecta solo.',
      disconnection:
        'Si falla la red, espere; si pregunta, responda; si el teléfono quitó este equipo, vincule de nuevo.',
      clearing:
        'Limpiar es el último recurso: cuesta un escaneo, y se puede deshacer durante unos días con el botón de arriba.',
      passkey:
        'Así se vincula una cuenta con llave de acceso: la confirma su dueño, y Enlace la pide como la pediría el navegador. Nunca hay que borrarla.',
    },
    /** `button` is what the button to press says at that moment. */
    steps: {
      add: {
        title: 'Añada una organización',
        say: () =>
          'Pulse **Añadir organización** y escriba un nombre, como el de una tienda. Después pulse **Añadir**.',
      },
      link: {
        title: 'Pida el código',
        say: (button: string) => `Pulse **${button}**. Enlace pide a WhatsApp un código QR.`,
      },
      scan: {
        title: 'Escanéelo',
        say: () =>
          'En la tienda, el teléfono abre **Dispositivos vinculados** y apunta aquí. Para practicar, pulse **Escanear**, abajo.',
      },
      test: {
        title: 'Compruebe que funciona',
        say: () => 'Ya dice **Conectado**. Pulse **Probar la conexión** y envíe el mensaje de prueba.',
      },
      cut: {
        title: 'Se va el internet',
        say: () =>
          'Deje la tienda sin internet con este botón. Enlace espera unos segundos antes de decirlo.',
      },
      back: {
        title: 'No hay que escanear',
        say: () =>
          'Lea la causa y su código, **R-31**: la vinculación sigue guardada. Devuelva el internet; con **Reintentar ahora** no se espera.',
      },
      elsewhere: {
        title: 'Alguien la abre en otro lugar',
        say: () => 'Ahora otro equipo abre la misma sesión. Provóquelo con este botón.',
      },
      'take-over': {
        title: 'Enlace pregunta',
        say: (button: string) =>
          `Esto lo decide una persona: en el teléfono, soporte le pediría el código **R-23**. Pulse **${button}**.`,
      },
      removed: {
        title: 'El teléfono quita este equipo',
        say: () => 'Por último, alguien quita este equipo en el teléfono. Provóquelo con este botón.',
      },
      relink: {
        title: 'Vincule de nuevo',
        say: () =>
          'Solo ahora hace falta un código nuevo. Pulse **Vincular de nuevo** y después **Escanear**.',
      },
      unreadable: {
        title: 'Algo va mal',
        say: () => 'Sigue conectado, pero los mensajes llegan ilegibles. Provóquelo con este botón.',
      },
      clear: {
        title: 'Limpie la sesión',
        say: () =>
          'Mire el aviso. Pulse **Más opciones** y, al final de la lista, **Limpiar sesión**. Lea qué se conserva y pulse **Limpiar y mostrar QR**.',
      },
      rescan: {
        title: 'Escanee el QR nuevo',
        say: () => 'Los números de arriba dicen por dónde va. Pulse **Escanear**, abajo, y espere al último.',
      },
      demand: {
        title: 'La cuenta pide una llave',
        say: () =>
          'WhatsApp pide a algunas cuentas una **llave de acceso** (passkey) al vincular. Haga que esta la pida, y después pulse **Escanear**, abajo.',
      },
      'use-passkey': {
        title: 'Falta un paso',
        say: (button: string) =>
          `Lea qué hay que tener a mano: en una tienda confirma el dueño de la cuenta. Pulse **${button}**.`,
      },
      confirmed: {
        title: 'Espere al teléfono',
        say: () =>
          'En una tienda se abriría una ventana para usar la llave. Aquí confirma la llave de práctica: espere a que diga **Conectado**.',
      },
    },
    /** The button of a step that makes something happen. */
    acts: {
      cut: 'Cortar el internet',
      back: 'Devolver el internet',
      elsewhere: 'Abrirla en otro equipo',
      removed: 'Quitarla en el teléfono',
      unreadable: 'Enviar mensajes ilegibles',
      demand: 'Exigir la llave',
    },
  },
}

export type Lessons = typeof esLessons
