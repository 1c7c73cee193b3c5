import { es } from './text.ts'
import type { Guide } from '../guide-shape.ts'
import { esNetworkPages } from './guide-network-pages.ts'

const { commands, clear, passkey } = es
const bold = (label: string) => `**${label}**`
const retry = `Pulse ${bold(commands.retry)}.`
const retryNow = `Pulse ${bold(es.retryNow)}.`
const clearing = `${bold(commands.clear)} y después ${bold(clear.confirm)}.`
const scan =
  'Con el teléfono de la tienda: WhatsApp, **Dispositivos vinculados**, **Vincular un dispositivo**, y apunte al QR.'
const note = 'Anote el código, el nombre de la sesión (en gris, junto al nombre) y desde cuándo pasa.'

export const esPages: Guide['pages'] = {
  ...esNetworkPages,
  'restore-failed': {
    say: 'Enlace quiso retomar la sesión al abrirse y no pudo, pero la vinculación sigue guardada. Vamos a ver primero si hay internet.',
    press: [
      'Abra una página cualquiera en el navegador de ese equipo, para saber si hay internet.',
      retryNow,
    ],
    otherwise: `Pulse ${bold(es.more)} y luego ${bold(commands.verify)}. Si dice que todo está bien, el problema está en el camino hacia WhatsApp: pruebe con otra red, como la del teléfono.`,
    escalate: `Si con otra red y una revisión buena vuelve este código. No limpie antes: la vinculación puede servir. ${note}`,
  },
  'damaged-store': {
    say: 'El archivo de la sesión se dañó, casi siempre por un corte de luz. Los chats no están ahí: siguen en el teléfono. Tenga el teléfono de la tienda a la mano.',
    press: [
      `Si el botón dice ${bold(commands['restore-snapshot'])}, púlselo y espere: no hay que escanear.`,
      `Si no hay copia, pulse ${clearing}`,
      scan,
    ],
    otherwise: `Si la copia no sirvió, limpie: pulse ${bold(commands.clear)}. La organización y su nombre de sesión no cambian.`,
    escalate: `Si se daña dos veces en un mes: el disco o la corriente de ese equipo fallan. ${note}`,
  },
  'vault-locked': {
    say: 'El sistema tiene guardada la llave de la sesión y ahora no la entrega. No se perdió nada.',
    press: [
      'Si el equipo pide la contraseña del llavero, escríbala.',
      'Si no pide nada, cierre la sesión del sistema y vuelva a entrar con el mismo usuario de siempre.',
      retry,
    ],
    otherwise:
      'Reinicie el equipo, entre con el mismo usuario y con contraseña, y espere un minuto: Enlace lo intenta por sí solo.',
    escalate: `Si después de reiniciar sigue igual. Pregunte si alguien cambió la contraseña del usuario o instaló algo de seguridad. ${note}`,
  },
  'vault-lost': {
    say: 'Este equipo perdió la llave que abre la sesión; pasa al reinstalar el sistema. Hay que vincular otra vez. Los chats siguen en el teléfono.',
    press: [`Pulse ${clearing}`, scan],
    otherwise: `Si WhatsApp no acepta el QR, quite en el teléfono el equipo viejo de **Dispositivos vinculados** y escanee otra vez.`,
    escalate: `Si vuelve a perder la llave sin que nadie haya reinstalado nada. ${note}`,
  },
  'foreign-store': {
    say: 'Esa sesión se guardó en otro equipo o con otro usuario, y la llave se quedó allá. Aquí no se puede abrir, y Enlace no la tocó.',
    press: [
      '¿Existe todavía el otro equipo? Entonces úsela allá, con el usuario de antes.',
      `Si tiene que ser aquí, pulse ${bold(es.organizations.add)}, escriba el nombre y pulse ${bold(commands.link)}.`,
      scan,
    ],
    otherwise: `Si el otro equipo sirve y hay que mudar la sesión: allá, en los tres puntos junto al nombre, elija ${bold(es.exportSession.menu)}; aquí, ${bold(es.importSession.action)}.`,
    escalate: `Si la carpeta no se mudó y el código aparece igual. ${note}`,
  },
  'store-newer': {
    say: 'La sesión la guardó una versión más nueva de Enlace que la que está abierta. No se perdió nada; falta actualizar.',
    press: ['Cierre Enlace.', 'Instale la versión más nueva y vuelva a abrirlo.'],
    otherwise:
      'Vea si hay dos Enlace instalados y se abrió el viejo: borre el acceso directo viejo y abra el otro.',
    escalate: `Si ya tiene la última versión y sigue el código. No limpie. ${note}`,
  },
  'folder-in-use': {
    say: 'Otro programa tiene abierta la carpeta de esta sesión. Enlace espera, porque usarla dos veces la dañaría.',
    press: [
      'Lea en la tarjeta qué programa la tiene, de qué cuenta y en qué equipo.',
      'Cierre el otro Enlace, también en la otra cuenta de ese equipo si hay dos.',
      retry,
    ],
    otherwise:
      'Reinicie el equipo: eso suelta la carpeta. Si está en un disco de red, cierre Enlace en los demás equipos.',
    escalate: `Si tras reiniciar el mismo programa la vuelve a tomar: puede ser un antivirus o una copia de seguridad. ${note}`,
  },
  'folder-missing': {
    say: 'Enlace no encuentra la carpeta de esta sesión. Puede estar movida o en un disco desconectado. No la ha vuelto a crear, para no perder la de verdad.',
    press: [
      'Conecte el disco o la memoria donde estaba, si era uno externo.',
      'Busque la carpeta con el nombre de la sesión, también en la papelera, y devuélvala a su lugar.',
      retry,
    ],
    otherwise: `Si la carpeta no existe en ninguna parte: quite esta organización en los tres puntos, con ${bold(es.removeOrganization.menu)}, añada otra y vincúlela.`,
    escalate: `Si nadie la movió y desaparece otra vez: puede borrarla un antivirus o un programa que sincroniza. ${note}`,
  },
  'not-scanned': {
    say: 'El QR venció porque nadie lo escaneó. No pasó nada malo. Avíseme cuando tenga el teléfono en la mano.',
    press: [`Pulse ${bold(es.anotherQr)}.`, scan],
    otherwise: `Si la cámara no lo lee, pulse la tecla F para verlo grande, o ${bold(es.link.byPhone)} y escriba el código en el teléfono.`,
    escalate:
      'No hace falta: si el QR aparece y el teléfono lo rechaza, siga con el código que salga entonces.',
  },
  'unlinked-from-phone': {
    say: 'El teléfono quitó este equipo de sus dispositivos vinculados. Solo hay que vincularlo de nuevo; los chats siguen en el teléfono.',
    press: [`Pulse ${bold(es.linkAgain)}.`, scan],
    otherwise:
      'Si el teléfono dice que no puede vincular más, quite en **Dispositivos vinculados** uno que ya no se use: solo hay cuatro lugares.',
    escalate: `Si se desvincula cada pocos días sin que nadie lo quite. Pregunte si el teléfono pasa días apagado o si alguien más tiene acceso a él. ${note}`,
  },
  replaced: {
    say: 'La misma vinculación se abrió en otro lugar, y WhatsApp solo deja una conexión. Hay que cerrar la otra primero; si no, se la van quitando una a otra.',
    press: [
      'Piense dónde puede estar: un Enlace en otro equipo, o el servidor que se usaba antes. Ciérrelo.',
      `Pulse ${bold(commands['take-over'])}.`,
    ],
    otherwise: `Si vuelve el código, el otro sigue encendido. Si no lo encuentra, pulse ${clearing} La vinculación nueva no la tiene nadie más.`,
    escalate: `Si nadie reconoce el otro lugar, trátelo como un robo: en el teléfono, quite todos los **Dispositivos vinculados** y vincule de nuevo. ${note}`,
  },
  'relink-required': {
    say: 'WhatsApp dejó de aceptar la vinculación que había y pide una nueva. Los chats siguen en el teléfono.',
    press: [`Pulse ${bold(es.linkAgain)}.`, scan],
    otherwise: 'Actualice WhatsApp en el teléfono y escanee otra vez.',
    escalate: `Si lo pide otra vez el mismo día. ${note}`,
  },
  'passkey-required': {
    say: 'WhatsApp vincula esta cuenta solo si su dueño confirma con su llave de acceso, lo que en inglés llaman passkey. Enlace hace aquí la parte del navegador: la llave la usa el dueño, en la ventana del sistema, y no se salta nada. ¿Está el dueño ahí, con su teléfono?',
    press: [
      'Lea la frase que está bajo el título: dice qué falló esta vez y qué hacer. Si los códigos no eran iguales, no siga: pase el caso.',
      'Pregunte qué dice el teléfono. ¿«Continuar en WhatsApp Web»? Está bien: que lo deje abierto. ¿Pide crear una llave? La crea el dueño ahí mismo, y se escanea otra vez.',
      `Pulse ${bold(es.linkAgain)}. ${scan}`,
      `Cuando diga ${bold(passkey.offered.title)}, que enciendan el Bluetooth en el teléfono y en el equipo, y pulse ${bold(commands['use-passkey'])}.`,
      'El dueño elige en la ventana donde tiene su llave. El teléfono: su cámara escanea el código nuevo, con el Bluetooth encendido en los dos. Este equipo: huella o PIN. Una llave USB: se conecta y se toca.',
      `Si se pide comparar un código, lo miran ellos en las dos pantallas. Solo si es igual se pulsa ${bold(commands['confirm-code'])}.`,
    ],
    otherwise: `Si la ventana no ofrece la llave del dueño, abajo está la otra forma, como ${bold(passkey.otherwise.browser)}. Si la llave fue aceptada y después no pasa nada, miren en **Dispositivos vinculados** si ya hay cuatro, esperen unos minutos y empiecen de nuevo.`,
    escalate: `Si los códigos no eran iguales: alguien más puede estar tratando de vincularse. Y si falla tres veces con el dueño presente. Nunca pida a nadie que borre la llave o la cuenta, ni que le lea o le mande un código, un PIN o una foto de la pantalla. ${note}`,
  },
  'scan-failed': {
    say: 'El teléfono leyó el código, pero WhatsApp no terminó de vincular. No se perdió nada, y ya hay otro código en la pantalla.',
    press: ['Cierre WhatsApp en el teléfono y vuelva a abrirlo.', scan],
    otherwise: `Pulse ${bold(es.link.byPhone)} y escriba el código en el teléfono.`,
    escalate: `Si falla tres veces seguidas. Actualice antes WhatsApp en el teléfono. ${note}`,
  },
  'code-refused': {
    say: 'WhatsApp solo deja pedir unos pocos códigos para escribir, y ahora hace esperar. El QR de la pantalla sí sirve.',
    press: [scan],
    otherwise:
      'Si la cámara no lo lee, pulse la tecla F para verlo grande. Sin cámara hay que esperar unas horas: pedir más códigos alarga la espera.',
    escalate: `Si al día siguiente tampoco da códigos. ${note}`,
  },
  'number-refused': {
    say: 'WhatsApp no acepta el número que se escribió. Vamos a revisarlo cifra por cifra, con el país.',
    press: [
      'En el teléfono de la tienda, lea el número: WhatsApp, configuración, arriba, con la foto.',
      `Pulse ${bold(es.link.byPhone)}, elija el país y escriba ese número.`,
    ],
    otherwise: `Escanee el QR que está en la pantalla: no necesita el número. ${scan}`,
    escalate: `Si el QR tampoco vincula y el número es el correcto. ${note}`,
  },
  network: {
    say: 'Se cortó la conexión con WhatsApp; casi siempre es el internet de la tienda. La vinculación sigue guardada: no hay que escanear.',
    press: [
      'Abra una página cualquiera en el navegador de ese equipo.',
      'Si no abre, apague y encienda el módem y espere dos minutos.',
      retryNow,
    ],
    otherwise:
      'Conecte el equipo al internet del teléfono. Si así funciona, la red de la tienda bloquea WhatsApp.',
    escalate: `Si el navegador abre páginas, otra red tampoco sirve y pasó media hora. No limpie. ${note}`,
  },
  'whatsapp-unavailable': {
    say: 'Ahora mismo fallan los servidores de WhatsApp, no su equipo. No hay que hacer nada: Enlace se conecta cuando vuelvan.',
    press: ['Deje Enlace abierto.', `Si no quiere esperar, pulse ${bold(es.retryNow)}: no hace daño.`],
    otherwise: 'Pregunte si otras tiendas tienen lo mismo. Si solo es esta, siga la página R-31.',
    escalate: `Si dura más de dos horas y las demás tiendas están conectadas. No limpie. ${note}`,
  },
  'handshake-refused': {
    say: 'Algo entre su equipo y WhatsApp no deja pasar la conexión: suele ser la hora, un antivirus o un filtro de internet.',
    press: [
      'Mire la fecha y la hora del equipo; si están mal, active la hora automática.',
      'Conecte el equipo al internet del teléfono, para probar otra red.',
      retryNow,
    ],
    otherwise:
      'Con otra red funciona: pida a quien cuida la red que deje pasar web.whatsapp.com. Con otra red tampoco: apague un momento la revisión de páginas seguras del antivirus.',
    escalate: `Si la hora está bien y dos redes fallan. No limpie: no es la vinculación. ${note}`,
  },
  outdated: {
    say: 'WhatsApp pide una versión más reciente. Enlace ya la buscó y no la consiguió. La vinculación sigue guardada.',
    press: [
      'Vea que haya internet.',
      retryNow,
      'Si sigue igual, instale la última versión de Enlace y vuelva a abrirlo.',
    ],
    otherwise:
      'Ya tiene la última versión: espere. Cuando WhatsApp cambia de versión, la actualización de Enlace llega después.',
    escalate: `Si la última versión de Enlace da este código: avise el mismo día, porque afecta a todas las tiendas. ${note}`,
  },
  restricted: {
    say: 'WhatsApp restringió la cuenta por un tiempo. Lo decide WhatsApp, y desde este equipo no se puede cambiar. En el teléfono dice cuánto falta.',
    press: [
      'Abra WhatsApp en el teléfono y lea el aviso: dice el motivo y el tiempo.',
      `Cuando el teléfono vuelva a funcionar, pulse ${bold(commands.retry)}. Si la tarjeta dice cuándo termina, Enlace lo prueba solo a esa hora.`,
      `Si en la tienda se cambió el teléfono y la tarjeta lo ofrece, pulse ${bold(es.newPhone)}.`,
    ],
    otherwise: 'Si el teléfono ya envía y recibe y aquí sigue el código, espere una hora y reintente.',
    escalate: `Si el teléfono funciona desde ayer y aquí no. No limpie: vincular de nuevo durante una restricción puede alargarla. ${note}`,
  },
  banned: {
    say: 'WhatsApp suspendió este número. Mientras dure, ningún equipo puede conectarlo. La revisión se pide en el teléfono.',
    press: [
      'Abra WhatsApp en el teléfono y pida la revisión que ofrece.',
      `Cuando el teléfono vuelva a funcionar, pulse ${bold(commands.retry)}.`,
    ],
    otherwise: 'La respuesta de WhatsApp llega al teléfono y puede tardar días. Nadie más puede apurarla.',
    escalate: `Si WhatsApp devolvió el número y Enlace sigue con este código. ${note}`,
  },
  'removed-while-limited': {
    say: 'WhatsApp limita la cuenta por un tiempo y además quitó este equipo. Todavía no conviene vincular: puede alargar el límite. Los chats siguen en el teléfono.',
    press: [
      'Lea en la tarjeta hasta cuándo dura.',
      'Abra WhatsApp en el teléfono: allí un aviso dice que la cuenta está restringida, por qué y cuánto falta. Conteste desde ahí a los chats que ya existen.',
      `Cuando termine, aquí aparecerá R-22. Entonces pulse ${bold(es.linkAgain)}.`,
      scan,
    ],
    otherwise: `Si el teléfono ya no muestra el aviso y aquí sigue el código, espere una hora y pulse ${bold(es.linkAgain)}.`,
    escalate: `Si pasa más de una vez en un mes: pregunte a cuánta gente nueva se le escribe y cuántos lo marcan como no deseado. ${note}`,
  },
  'wrong-number': {
    say: 'Se escaneó con un teléfono de otro número. La tarjeta muestra los dos: el de antes y el nuevo. ¿Cuál debe quedar?',
    press: [
      `Si el nuevo es el correcto, pulse ${bold(commands['accept-number'])}.`,
      `Si fue un error, pulse ${bold(commands['reject-number'])}, después ${bold(commands.link)}, y escanee con el teléfono correcto.`,
    ],
    otherwise: `Si ${bold(commands['reject-number'])} no responde, quítelo en el teléfono equivocado, en **Dispositivos vinculados**; aquí aparecerá R-22.`,
    escalate: `Si nadie reconoce el número nuevo: no lo acepte. ${note}`,
  },
  'another-account': {
    say: 'Se vinculó el mismo número, pero WhatsApp dice que la cuenta es otra. ¿Registraron WhatsApp de nuevo, cambiaron de chip o ese número lo tiene ahora otra persona?',
    press: [
      `Si la tienda lo registró de nuevo, pulse ${bold(es.acceptAccount)}.`,
      `Si no, pulse ${bold(commands['reject-number'])}, después ${bold(commands.link)}, y escanee con el teléfono correcto.`,
    ],
    otherwise: `Si ${bold(commands['reject-number'])} no responde, quítelo en el teléfono, en **Dispositivos vinculados**; aquí aparecerá R-22.`,
    escalate: `Si nadie sabe por qué la cuenta es otra: no la acepte. ${note}`,
  },
  'duplicate-number': {
    say: 'Ese número ya lo usa otra organización de este mismo Enlace; la tarjeta dice cuál. Un número solo puede estar en una.',
    press: [
      `Pulse ${bold(commands['reject-number'])} y después ${bold(commands.link)}.`,
      'Escanee con el teléfono de esta organización, no con el de la otra.',
    ],
    otherwise: `Si el número debe quedar aquí: en la otra organización pulse ${bold(commands['log-out'])}, vuelva a esta y pulse ${bold(commands.retry)}.`,
    escalate: `Si la otra organización ya no existe y el código sigue. ${note}`,
  },
  'duplicate-identity': {
    say: 'Hay una copia de la carpeta de una sesión. La original funciona y no hay que hacer nada de prisa. No borre ninguna de las dos.',
    press: [
      'Lea el aviso de arriba: dice cómo se llama la copia y de qué organización es.',
      'Pregunte quién la hizo y para qué. Si era un respaldo, muévala fuera de la carpeta de Enlace.',
    ],
    otherwise:
      'Si el aviso vuelve solo, un programa de respaldo o de sincronización hace la copia: exclúyale la carpeta de Enlace.',
    escalate: `Si no se sabe cuál es la copia. No la conecte en ningún otro equipo. ${note}`,
  },
  'read-only': {
    say: 'El equipo no deja escribir en la carpeta de la sesión, y por eso Enlace se detuvo. No se perdió nada.',
    press: [
      'Si la carpeta está en una memoria o un disco externo, vea que no esté protegido contra escritura.',
      'Entre con el usuario con el que se instaló Enlace.',
      retry,
    ],
    otherwise:
      'Quien administra el equipo tiene que dar permiso de escritura a la carpeta de datos, y a todo lo que hay dentro.',
    escalate: `Si hay permiso y aun así falla: un antivirus puede estar protegiendo la carpeta. ${note}`,
  },
  'disk-full': {
    say: 'El disco se llenó, y sin espacio no se puede guardar la sesión con seguridad. Los mensajes pendientes los conserva WhatsApp.',
    press: ['Vacíe la papelera y borre descargas viejas, hasta tener al menos 1 GB libre.', retry],
    otherwise:
      'Si el disco se llena otra vez, busque qué programa guarda tanto: suelen ser cámaras, copias o videos.',
    escalate: `Si hay espacio libre y sigue el código: puede haber una cuota para ese usuario. ${note}`,
  },
  'io-error': {
    say: 'El disco no pudo leer o guardar la sesión. Enlace se detuvo para no dañarla; vamos a intentarlo otra vez.',
    press: [retry, 'Si vuelve el código, reinicie el equipo y espere un minuto.'],
    otherwise: `Pulse ${bold(es.more)} y ${bold(commands.stop)}; copie la carpeta de datos a otro disco antes de seguir probando.`,
    escalate: `A la segunda vez en un día: el disco puede estar muriendo y hay que revisarlo. ${note}`,
  },
  unknown: {
    say: 'WhatsApp cerró la conexión con un número que Enlace no conoce. La vinculación sigue guardada, y Enlace lo intenta por sí solo.',
    press: ['Lea el número que dice la tarjeta y anótelo.', retryNow],
    otherwise: `Pulse ${bold(es.more)} y luego ${bold(commands.verify)}. Si todo está bien, deje Enlace abierto una hora.`,
    escalate: `Siempre que dure más de una hora, con el número que dio WhatsApp. No limpie antes. ${note}`,
  },
}
