import { addDemo } from '../../server/demo/add.ts';
import { home } from '../../server/demo/home.ts';
import type { Person, Pharos } from '../support/pharos.ts';

/** Opens a home of its own with the sample data; answers its admin. */
export const openDemoHome = async (pharos: Pharos): Promise<Person> => {
  const admin = await pharos.person('admin');
  await pharos.database.transaction((tx) => addDemo(tx, admin.actor, pharos.storage));
  return admin;
};

/** Page of a call of the sample data, by its file. */
export const demoCall = (file_name: string): string =>
  `/calls/${home.calls.find((call) => call.file_name === file_name)?.uuid}`;

export const DEMO_FIRST_CALL = demoCall('First call from the family.mp3');
