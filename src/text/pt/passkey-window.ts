import type { PasskeyWindow } from '../es/passkey-window.ts'

export const ptPasskeyWindow: PasskeyWindow = {
  title: 'Chave de acesso',
  what: 'Confirme no aviso do sistema. Se aparecer um código, escaneie-o com a câmera do telefone, não com o WhatsApp. Para cancelar, feche esta janela.',
  whichKey: 'Com qual chave de acesso você confirma?',
  cancel: 'Cancelar',
}
