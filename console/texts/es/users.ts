import type { Texts } from '../english.ts';

export const users: Texts['users'] = {
  levels: { viewer: 'Consulta', member: 'Miembro', admin: 'Administrador', operator: 'Operador' },
  level_options: {
    viewer: 'Consulta: puede ver todo',
    member: 'Miembro: también puede editar casos y llamadas',
    admin: 'Administrador: también puede gestionar el equipo y la configuración',
    operator: 'Operador: también puede gestionar todas las funerarias de este servidor',
  },
  the_server: 'Pharos',
  you: 'Usted',
  level: 'Nivel de acceso',
  invite: 'Invitar al equipo',
  invite_another: 'Invitar a otra persona',
  create_link: 'Crear enlace',
  link_for: (name) => `Enlace para ${name}`,
  link_hint: (until) =>
    `Envíe este enlace ahora; no se volverá a mostrar. Se puede usar una vez, hasta: ${until}, para elegir una contraseña.`,
  locations_limit: 'Limitar a sucursales',
  locations_limit_hint:
    'Deje todas sin marcar para no limitar. Todo el equipo puede ver los casos sin sucursal, y los administradores pueden ver todas las sucursales.',
  limited_to: (names) => `Solo ${names}`,
  level_of: (name) => `Nivel de acceso de ${name}`,
  change_level: 'Cambiar nivel de acceso',
  new_link: 'Enlace nuevo',
  new_link_ask: (name) =>
    `¿Crear un enlace nuevo para ${name}? Lo usará para elegir una contraseña nueva. Los enlaces anteriores dejarán de funcionar.`,
  deactivate: 'Desactivar',
  deactivate_ask: (name) =>
    `¿Desactivar a ${name}? Se cerrará su sesión en todas partes y sus claves de API dejarán de funcionar. Su nombre permanece en su trabajo anterior, y puede reactivar su acceso cuando quiera.`,
  deactivated: 'Sin acceso',
  deactivated_hint: (name) => `${name} no puede iniciar sesión. Su nombre permanece en su trabajo anterior.`,
  reactivate: 'Reactivar',
  above_you: 'No puede editar a alguien con un nivel de acceso superior al suyo.',
};
