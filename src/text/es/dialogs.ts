import type { TestView } from '../../contract/session-view.ts'
import { plural } from '../format.ts'
import type { NumberDoubt } from '../typed-number.ts'

/** What is asked, typed or chosen in a dialog over the window, and what comes of it. */
export const esDialogs = {
  newOrganization: {
    title: 'Añadir organización',
    name: 'Nombre',
    nameHint: 'Como la conoce su equipo de trabajo; por ejemplo, Óptica Océano.',
    ownId: 'Usar el id de su propio sistema',
    id: 'Id (opcional)',
    idHint: 'Letras sin tilde, números, guion y guion bajo. Sin él, Enlace crea uno.',
    sessionName: 'Nombre de la sesión',
    sessionNameHint: 'Puede cambiarlo ahora; después queda fijo.',
    create: 'Añadir',
  },

  renameOrganization: {
    title: 'Cambiar el nombre',
    name: 'Nombre',
    hint: 'Solo cambia cómo se muestra. La sesión sigue igual y su nombre es fijo.',
    confirm: 'Guardar',
  },

  linkByPhone: {
    title: 'Vincular con el número de teléfono',
    body: 'Para cuando el teléfono no puede escanear. Enlace muestra un código de 8 caracteres que se escribe en el teléfono.',
    country: 'País',
    chooseCountry: 'Elija el país',
    number: 'Número de WhatsApp de la tienda',
    numberHint: 'Como se marca en ese país. De otro país, con + adelante.',
    /** `country` is missing where several share the code. */
    understood: (number: string, country: string | null) =>
      country === null ? `Se pedirá para **${number}**` : `Se pedirá para **${number}** (${country})`,
    doubts: {
      empty: 'Escriba el número de WhatsApp de la tienda.',
      'no-country': 'Elija el país, o escriba el número con + y el código del país.',
      'too-short': 'Faltan cifras. Revise el número y el país.',
      'too-long': 'Sobran cifras. Revise el número y el país.',
      unknown: 'No es un número completo de ese país. Revise las cifras y el país.',
    } satisfies Record<NumberDoubt, string>,
    request: 'Obtener el código',
  },

  test: {
    /** What appears on the phone. */
    message: 'Enlace comprueba la conexión de este equipo. No hace falta responder.',
    title: (name: string) => `¿Probar la conexión de ${name}?`,
    body: (number: string) =>
      `Enlace envía un mensaje al propio número, **${number}**. Aparecerá en el teléfono, en el chat con uno mismo; nadie más lo ve.`,
    explanation: 'Así se comprueba que WhatsApp lo recibe y que el teléfono responde.',
    confirm: 'Enviar y probar',
    result: 'Prueba de la conexión',
    link: {
      waiting: 'Esperando a WhatsApp',
      good: 'WhatsApp recibió el mensaje',
      failed: 'WhatsApp no confirmó el mensaje. Espere un momento y pruebe otra vez.',
    } satisfies Record<TestView['link'], string>,
    phone: {
      waiting: 'Esperando al teléfono',
      alive: 'El teléfono respondió',
      silent: 'El teléfono no respondió: puede estar apagado o sin internet. Este equipo sigue conectado.',
      refused:
        'WhatsApp respondió, así que el enlace está bien, pero no aceptó el mensaje de prueba. No lo repita: los mensajes de sus clientes siguen llegando.',
    } satisfies Record<TestView['phone'], string>,
  },

  changeNumber: {
    title: (name: string) => `¿Cambiar el número de ${name}?`,
    body: (number: string) =>
      `El vínculo con **${number}** se quita también del teléfono. Después aparece aquí un QR nuevo: escanéelo con el otro teléfono.`,
    kept: 'La organización y su nombre de sesión no cambian, y los chats siguen en cada teléfono.',
    confirm: 'Quitar y mostrar QR',
  },

  clear: {
    title: (name: string) => `Limpiar la sesión de ${name}`,
    phone: {
      title: 'Tenga el teléfono en la mano',
      body: 'Desbloqueado, con internet y con WhatsApp abierto.',
    },
    kept: {
      title: 'Se conserva',
      body: 'La organización y su nombre de sesión. Los chats siguen en el teléfono.',
    },
    lost: {
      title: 'Se pierde',
      body: 'La vinculación de este equipo: hay que escanear un QR nuevo. Lo que llegue entretanto se ve en el teléfono. Un equipo recién vinculado a menudo no puede escribir a chats nuevos durante semanas.',
    },
    undo: (days: number) =>
      plural('es', days, {
        one: 'Puede deshacerlo durante 1 día, salvo que WhatsApp ya haya cerrado la vinculación.',
        other: `Puede deshacerlo durante ${days} días, salvo que WhatsApp ya haya cerrado la vinculación.`,
      }),
    stillWorks:
      'Esta vinculación aún sirve. WhatsApp podría negarse a vincular de nuevo: limpie solo si es necesario.',
    noLonger: 'La sesión cambió de estado y ya no se puede limpiar ahora.',
    confirm: 'Limpiar y mostrar QR',
    done: 'Sesión limpiada',
    undoWithin: (days: number) =>
      plural('es', days, { one: 'Deshacer (1 día)', other: `Deshacer (${days} días)` }),
    /** `when` as `hoy, 8:00` or `4 de agosto`. */
    undoUntil: (when: string) => `hasta ${when}`,
  },

  undoClear: {
    title: '¿Volver a la sesión anterior?',
    back: (number: string | null) =>
      number === null
        ? 'Vuelve la vinculación que había antes de limpiar.'
        : `Vuelve la vinculación que había antes de limpiar, la de **${number}**.`,
    replaced: (number: string | null) =>
      number === null
        ? 'La vinculación actual deja de usarse en este equipo.'
        : `La vinculación actual, la de **${number}**, deja de usarse en este equipo.`,
    confirm: 'Volver a la anterior',
  },

  logOut: {
    title: (name: string) => `¿Cerrar la sesión de ${name}?`,
    body: 'El vínculo se quita también del teléfono. Para volver a usarla habrá que escanear un QR nuevo.',
    kept: 'La organización se conserva, y los chats siguen en el teléfono.',
    confirm: 'Cerrar sesión',
  },
}

export type Dialogs = typeof esDialogs
