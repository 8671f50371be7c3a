import type { Texts } from '../english.ts';

export const me: Texts['me'] = {
  you: 'Usted',
  organization: 'Funeraria',
  name_needs: 'Un administrador puede cambiar su nombre y su correo electrónico.',
  password: 'Contraseña',
  current_password: 'Contraseña actual',
  new_password: 'Contraseña nueva',
  change_password: 'Cambiar contraseña',
  password_changed: 'Se cambió la contraseña. Se cerró su sesión en todos los demás dispositivos.',
  tokens: 'Claves de API',
  keep_tokens: 'Conservar mis claves de API',
  keep_tokens_hint: 'Si no, dejan de funcionar al cambiar la contraseña.',
  sign_out_hint: 'Cierra su sesión en este navegador.',
};
