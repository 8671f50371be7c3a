import type { Texts } from '../english.ts';

export const sessions: Texts['sessions'] = {
  title: 'Iniciar sesión',
  email: 'Correo electrónico',
  password: 'Contraseña',
  sign_in: 'Iniciar sesión',
  yours: 'Dónde tiene la sesión abierta',
  yours_hint: 'La sesión se cierra tras una hora de inactividad o a las 12 horas.',
  this_browser: 'Este navegador',
  unknown_browser: 'Navegador desconocido',
  browser_on: (browser, system) => `${browser} en ${system}`,
  last_active: (moment) => `Última actividad: ${moment}`,
  end: 'Cerrar sesión',
  end_one: (browser) => `Cerrar la sesión en ${browser}`,
  end_ask: (browser) => `¿Cerrar la sesión en ${browser}?`,
  end_others: 'Cerrar las demás sesiones',
  end_others_ask: '¿Cerrar todas las sesiones menos la de este navegador?',
  confirm_title: 'Escriba su contraseña',
  confirm_hint: 'Este cambio afecta el acceso o los registros permanentes, así que debemos saber que es usted.',
  confirm: 'Continuar',
  fill_in: 'Escriba su correo electrónico y su contraseña.',
  not_kept:
    'Su navegador no puede mantener la sesión abierta en esta dirección. Use la que empieza con https o pídasela a su administrador.',
};
