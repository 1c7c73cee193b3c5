import { plural } from '../format.ts'

/** What Enlace says outside its window: beside the clock, in notifications, and when the window closes. */
export const esOutside = {
  tray: {
    open: 'Abrir Enlace',
    quit: 'Salir de Enlace',
    none: 'Todavía no hay organizaciones',
    more: (n: number) => plural('es', n, { one: 'Ver 1 más', other: `Ver ${n} más` }),
  },

  alerts: {
    needs: (name: string) => `${name} necesita atención`,
    needMany: (n: number) =>
      plural('es', n, {
        one: '1 organización necesita atención',
        other: `${n} organizaciones necesitan atención`,
      }),
    back: (name: string) => `${name} volvió a conectarse`,
    backMany: (n: number) =>
      plural('es', n, {
        one: '1 organización volvió a conectarse',
        other: `${n} organizaciones volvieron a conectarse`,
      }),
    backBody: 'Ya recibe y envía mensajes.',
    /** `reason` is a sentence. */
    offline: (reason: string) => `Lleva más de 10 minutos sin conexión. ${reason}`,
    others: (n: number) => plural('es', n, { one: '1 más', other: `${n} más` }),
  },

  farewell: {
    title: 'Enlace seguirá funcionando',
    connected: 'Lo que está conectado sigue conectado',
    back: 'Para volver',
    end: 'Para cerrarlo del todo',
    tray: {
      where: 'Enlace queda junto al reloj, en un icono que muestra cómo están sus organizaciones.',
      back: 'Haga clic en ese icono o abra Enlace otra vez.',
      end: 'Haga clic derecho en el icono y elija «Salir de Enlace».',
    },
    noTray: {
      where: 'Este escritorio no muestra iconos junto al reloj, así que Enlace no se verá.',
      back: 'Abra Enlace otra vez, como siempre.',
      end: 'Elija aquí «Salir de Enlace».',
    },
    once: 'Este aviso sale solo esta vez.',
    leave: 'Cerrar la ventana',
    quit: 'Salir de Enlace',
  },
}

export type Outside = typeof esOutside
