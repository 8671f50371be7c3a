import type { Texts } from '../english.ts';

export const invitations: Texts['invitations'] = {
  title: (home) => `Le damos la bienvenida a ${home}`,
  intro: 'Elija una contraseña y ya está dentro.',
  name: 'Su nombre',
  email: 'Correo electrónico',
  password: 'Contraseña',
  password_hint: 'Al menos 10 caracteres. Una frase corta es fácil de recordar.',
  enter: 'Pasar',
  is_set: 'Su contraseña está guardada',
  spent: 'Esta invitación ya no sirve',
  spent_hint: 'Ya se usó o es demasiado antigua. Quien la envió puede enviar otra.',
};
