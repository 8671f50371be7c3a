import type { Texts } from '../english.ts';

export const settings: Texts['settings'] = {
  title: 'Configuración',
  sections: {
    account: 'Su cuenta',
    organization: 'Funeraria',
    people: 'Equipo',
    locations: 'Sucursales',
    templates: 'Plantillas',
    sources: 'Fuentes de llamadas',
    tokens: 'Claves de API',
    jobs: 'Transcripciones',
    audit: 'Registro de auditoría',
    retention: 'Conservación y retenciones',
  },
  leads: {
    account: 'Su nombre, correo electrónico y contraseña.',
    organization: 'El nombre de su funeraria y cuánto tiempo se conservan los registros.',
    people: 'Todas las personas que trabajan aquí y lo que pueden hacer.',
    locations: 'Las sucursales de su funeraria.',
    templates: 'Qué buscar en las llamadas y qué escribir sobre ellas.',
    sources: 'Los sistemas telefónicos que envían aquí sus llamadas.',
    tokens: 'Acceso para sus programas.',
    jobs: 'Las grabaciones que se están transcribiendo y el resultado de cada una.',
    audit: 'Todo lo que personas y programas hicieron, vieron o intentaron hacer.',
    retention: 'Cuánto tiempo se conservan los registros, y las retenciones legales.',
  },
  read_only: 'Puede ver esta página, pero no hacer cambios.',
  no_access: 'No tiene acceso a esta página.',
  needs_level: (level, yours) =>
    `Se necesita el nivel de acceso ${level}; el suyo es ${yours}. Pida a un administrador que lo cambie.`,
  name: 'Nombre',
  email: 'Correo electrónico',
  edit_one: (name) => `Editar ${name}`,
  remove: 'Eliminar',
  remove_one: (name) => `Eliminar ${name}`,
};
