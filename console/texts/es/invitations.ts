import type { Texts } from '../english.ts';

export const invitations: Texts['invitations'] = {
  title: (home) => `Le damos la bienvenida a ${home}`,
  intro: 'Elija una contraseña para comenzar.',
  home: 'Nombre de su funeraria',
  name: 'Su nombre',
  email: 'Correo electrónico',
  password: 'Contraseña',
  password_hint: 'Al menos 10 caracteres. Una frase corta es fácil de recordar.',
  enter: 'Continuar',
  is_set: 'Su contraseña está lista',
  spent: 'Esta invitación ya venció',
  spent_hint: 'Ya se usó o es demasiado antigua. Pida un enlace nuevo a la persona que le invitó.',
};
