import type { Texts } from '../english.ts';

export const forms: Texts['forms'] = {
  not_right: 'Hay algo que corregir:',
  look_at_fields: 'Revise los campos marcados.',
  changed_meanwhile:
    'Otra persona acaba de cambiar esto. Está viendo la versión más reciente; su cambio no se guardó. Hágalo de nuevo si aún es necesario.',
  changed_kept: (who) =>
    `${who ?? 'Otra persona'} acaba de cambiar esto. Está viendo la versión más reciente; su cambio no se guardó. Lo que usted escribió aparece debajo de cada campo.`,
  you_wrote: (text) => `Usted escribió: ${text}`,
  you_emptied: 'Usted borró este campo.',
  take_mine: 'Usar lo mío',
  take_mine_of: (field) => `Usar lo mío: ${field}`,
  copy: 'Copiar',
  copied: 'Copiado',
  copy_yourself: 'Presione Ctrl+C para copiar el texto seleccionado.',
  change: 'Editar',
};
