import type { SettingsPage } from '@pharos/contract/pages.ts';
import type { AccessLevel } from '@pharos/contract/table/route.ts';

/** The pages of the settings, in the order of how often they are wanted, and who sees what is in them. */
export const SECTIONS = [
  { name: 'account', to: '/settings/account', needs: 'viewer' },
  { name: 'organization', to: '/settings/organization', needs: 'viewer' },
  { name: 'people', to: '/settings/people', needs: 'viewer' },
  { name: 'locations', to: '/settings/locations', needs: 'viewer' },
  { name: 'templates', to: '/settings/templates', needs: 'viewer' },
  { name: 'speech', to: '/settings/speech', needs: 'viewer' },
  { name: 'sources', to: '/settings/sources', needs: 'admin' },
  { name: 'tokens', to: '/settings/tokens', needs: 'viewer' },
  { name: 'webhooks', to: '/settings/webhooks', needs: 'admin' },
  { name: 'jobs', to: '/settings/jobs', needs: 'viewer' },
  { name: 'audit', to: '/settings/audit', needs: 'admin' },
  { name: 'retention', to: '/settings/retention', needs: 'admin' },
] as const satisfies readonly { name: SettingsPage; to: `/settings/${SettingsPage}`; needs: AccessLevel }[];
