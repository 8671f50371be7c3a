import { workerData } from 'node:worker_threads';
import { openVault } from '../../server/platform/auth/vault.ts';
import { openDatabase } from '../../server/platform/database/open-database.ts';
import { openSender } from '../../server/webhooks/sender.ts';

// A sender of webhooks that is ended at any moment.
const { connection, key, inside } = workerData;
openSender({
  database: openDatabase(connection, () => {}),
  sealer: { listen: () => {} },
  vault: openVault(key),
  inside: new Set<string>(inside),
  lease_seconds: 1,
  wait_seconds: () => 0.2,
  onError: () => {},
}).start();
setInterval(() => {}, 1_000);
