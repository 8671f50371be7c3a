import type { Texts } from '../english.ts';

export const sessions: Texts['sessions'] = {
  title: 'Iniciar sesión',
  email: 'Correo electrónico',
  password: 'Contraseña',
  sign_in: 'Iniciar sesión',
  fill_in: 'Escriba su correo electrónico y su contraseña.',
  not_kept:
    'Su navegador no puede mantener la sesión abierta en esta dirección. Use la que empieza con https o pídasela a su administrador.',
};
