import type { PasskeyStep, PasskeyTrouble, PasskeyWay } from '../../contract/passkey.ts'

/** Why the confirmation could not be finished here, and what to do about it: in place of the cause's own words. */
interface EndText {
  readonly why: string
  readonly next: string
}

const HAVE_AT_HAND =
  'Tenga a mano el teléfono, con WhatsApp abierto y el Bluetooth encendido en el teléfono y en este equipo.'
const HOW_TO_CONFIRM =
  'El código nuevo se escanea con la **cámara** del teléfono, no con WhatsApp. También puede usar su huella, su PIN o una llave USB.'

/** The confirmation of a link with the owner's passkey. */
export const esPasskey = {
  passkey: {
    /** The word beside the light. */
    status: {
      offered: 'Falta un paso',
      signing: 'Confirmando',
      waiting: 'Vinculando',
      comparing: 'Falta un paso',
      finishing: 'Vinculando',
    } satisfies Record<PasskeyStep, string>,
    left: (time: string) => `Tiempo que queda: ${time}`,

    offered: {
      title: 'Falta un paso: la llave de acceso',
      why: 'WhatsApp pide confirmar este vínculo con la llave de acceso (passkey) del dueño de la cuenta.',
      have: {
        window: HAVE_AT_HAND,
        browser: HAVE_AT_HAND,
        practice:
          'En una tienda tendría a mano el teléfono, con el Bluetooth encendido. Aquí basta la llave de práctica.',
      } satisfies Record<PasskeyWay, string>,
      opens: {
        window: 'Se abre una ventana del sistema, y la llave la usa su dueño: Enlace no la ve ni la guarda.',
        browser: 'Se abre Chrome, Edge o Chromium, y la llave la usa su dueño: Enlace no la ve ni la guarda.',
        practice: 'No se abre ninguna ventana: la llave de práctica confirma sola.',
      } satisfies Record<PasskeyWay, string>,
    },
    /** On the button of the other way. */
    otherwise: {
      window: 'Usar la ventana de Enlace',
      browser: 'Usar Chrome, Edge o Chromium',
      practice: 'Usar la llave de práctica',
    } satisfies Record<PasskeyWay, string>,

    signing: {
      title: {
        window: 'Confirme en la ventana',
        browser: 'Confirme en el navegador',
        practice: 'Confirmando con la llave de práctica',
      } satisfies Record<PasskeyWay, string>,
      how: {
        window: HOW_TO_CONFIRM,
        browser: HOW_TO_CONFIRM,
        practice: 'No hay que hacer nada.',
      } satisfies Record<PasskeyWay, string>,
      where: {
        window: 'Si no ve la ventana, puede estar detrás de esta.',
        browser:
          'Si no ve el navegador, puede estar detrás de esta ventana. Se abre vacío: no conoce las llaves guardadas en el suyo.',
        practice: 'En una tienda se abriría una ventana que pide la llave del dueño.',
      } satisfies Record<PasskeyWay, string>,
    },

    waiting: {
      title: 'Espere al teléfono',
      body: 'La llave fue aceptada. No cierre WhatsApp en el teléfono.',
    },

    comparing: {
      title: 'Compare el código',
      ask: (code: string) => `¿El teléfono muestra exactamente **${code}**?`,
      differs: 'Si muestra otro, pulse **No**: alguien más podría estar tratando de vincularse.',
    },

    finishing: {
      title: 'Terminando de vincular',
      body: 'Deje WhatsApp abierto en el teléfono hasta que termine.',
      code: 'El teléfono muestra este mismo código. No hay que escribirlo en ninguna parte.',
    },

    /** Over another try: what the one before came to, and what to do now. */
    troubles: {
      refused: 'No se confirmó. Intente otra vez, con la llave del dueño de esta cuenta.',
      'no-way': 'Esa forma no se pudo abrir en este equipo. Use esta otra.',
      expired: 'Se acabó el tiempo. Cuando tenga el teléfono en la mano, intente otra vez.',
      'phone-silent':
        'El teléfono no respondió. Abra WhatsApp en él, vea que tenga internet e intente otra vez.',
      'not-accepted':
        'WhatsApp no aceptó la confirmación. Intente otra vez, con la llave del dueño de esta cuenta.',
      'codes-differ': 'Los códigos no eran iguales. Pulse Cancelar y llame a su soporte.',
      dropped: 'Se cortó la conexión. Vea que este equipo tenga internet e intente otra vez.',
      busy: 'Otra organización está usando su llave. Termine allá primero e intente otra vez.',
    } satisfies Record<PasskeyTrouble, string>,

    ends: {
      refused: {
        why: 'La ventana se cerró sin confirmar, o ninguna llave de esta cuenta estaba a mano. No se perdió nada.',
        next: 'Vincule de nuevo cuando el dueño esté presente con su teléfono, donde suele estar la llave. Si el teléfono pide crear una, la crea el dueño ahí mismo y se escanea otra vez.',
      },
      'no-way': {
        why: 'WhatsApp pide la llave del dueño, y este equipo no tiene con qué usarla. No se perdió nada.',
        next: 'Instale Chrome, Edge o Chromium en este equipo y vincule de nuevo.',
      },
      expired: {
        why: 'Nadie confirmó a tiempo: WhatsApp espera unos pocos minutos. No se perdió nada.',
        next: 'Vincule de nuevo cuando el dueño esté presente, con el teléfono en la mano.',
      },
      'phone-silent': {
        why: 'WhatsApp aceptó la llave, pero el teléfono no terminó de vincular. No se perdió nada.',
        next: 'Mire en el teléfono, en Dispositivos vinculados, cuántos hay: caben cuatro. Si hay uno que ya no se usa, quítelo. Espere unos minutos y vincule de nuevo, con WhatsApp abierto.',
      },
      'not-accepted': {
        why: 'WhatsApp no aceptó la confirmación. Pudo ser la llave de otra cuenta, o un tropiezo del momento. No se perdió nada.',
        next: 'Espere unos minutos y vincule de nuevo, con la llave del dueño de esta cuenta. Si vuelve a pasar, llame a su soporte con este código.',
      },
      'codes-differ': {
        why: 'El teléfono mostraba otro código: alguien más podría estar tratando de vincular esta cuenta. Enlace se detuvo y no vinculó nada.',
        next: 'Deténgase y llame a su soporte con este código. Mientras tanto, no confirme nada en el teléfono.',
      },
      dropped: {
        why: 'La conexión con WhatsApp se cortó durante la confirmación, y hay que empezarla otra vez. No se perdió nada.',
        next: 'Vea que este equipo tenga internet y vincule de nuevo.',
      },
      busy: {
        why: 'Otra organización estaba usando su llave, y solo se puede una a la vez. No se perdió nada.',
        next: 'Termine en la otra organización y vincule de nuevo aquí.',
      },
    } satisfies Record<PasskeyTrouble, EndText>,
  },
}

export type PasskeyText = typeof esPasskey
