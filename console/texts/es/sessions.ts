import type { Texts } from '../english.ts';

export const sessions: Texts['sessions'] = {
  title: 'Entrar',
  email: 'Correo electrónico',
  password: 'Contraseña',
  sign_in: 'Entrar',
  fill_in: 'Llene los dos campos, por favor.',
  not_kept:
    'Este navegador no guarda su sesión en esta dirección. Hace falta una que empiece por https: pregunte a quien lo atiende.',
};
