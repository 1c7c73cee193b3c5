import type { ResetText } from '../es/reset.ts'

export const ptReset: ResetText = {
  reset: {
    press: 'Clique em «Limpar e mostrar QR»',
    scan: 'Escaneie o QR novo',
    scanByItself: 'Ele aparece aqui sozinho, em poucos segundos.',
    wait: 'Espere até aparecer «Conectado» aqui',
    nothingCleared: 'Nada foi limpo: a sessão anterior continua salva.',
    steps: {
      phone: { ahead: 'Telefone', current: 'Telefone', done: 'Telefone' },
      clear: { ahead: 'Limpar', current: 'Limpando', done: 'Limpa' },
      scan: { ahead: 'Escanear', current: 'Escaneie', done: 'Escaneado' },
      link: { ahead: 'Conectar', current: 'Vinculando', done: 'Conectado' },
    },
    done: 'A sessão está limpa e conectada.',
    close: 'Pronto',
  },
}
