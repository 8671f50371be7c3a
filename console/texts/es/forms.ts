import type { Texts } from '../english.ts';

export const forms: Texts['forms'] = {
  not_right: 'Algo no está bien todavía.',
  look_at_fields: 'Algo no está bien todavía. Se dice junto al campo.',
  changed_meanwhile:
    'Otra persona lo cambió mientras tanto. Se muestra como está ahora y su cambio no se guardó. Mírelo y vuelva a cambiarlo si aún hace falta.',
  changed_kept: (who) =>
    `${who ?? 'Otra persona'} lo cambió mientras tanto. Se muestra como está ahora y su cambio no se guardó. Lo que usted escribió está debajo de cada campo.`,
  you_wrote: (text) => `Usted escribió: ${text}`,
  you_emptied: 'Usted lo había dejado vacío.',
  take_mine: 'Poner lo mío',
  take_mine_of: (field) => `Poner lo mío: ${field}`,
  copy: 'Copiar',
  copied: 'Copiado.',
  copy_yourself: 'Está seleccionado: cópielo con Ctrl y C.',
  change: 'Cambiar',
};
