import { ACCESS_LEVELS, type AccessLevel } from '@pharos/contract/route.ts';

/** Who is asking, and in whose organization. Every statement a request makes is bound to that organization. */
export type Actor = { user_uuid: string; organization_uuid: string; access_level: AccessLevel };

/** Whether a level has at least the rights of another: operator > admin > member > viewer. */
export const reaches = (level: AccessLevel, wanted: AccessLevel): boolean =>
  ACCESS_LEVELS.indexOf(level) >= ACCESS_LEVELS.indexOf(wanted);
