import { startCluster } from '../../server/platform/database/cluster.ts';

// Stands for a Pharos server of its own: says on one line how the start went, and stops its database at SIGTERM.
const [folder = '', bin] = process.argv.slice(2);
const say = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`);
try {
  const cluster = await startCluster({
    folder,
    bin,
    log: (level, message) => process.stderr.write(`${level} ${message}\n`),
  });
  process.once('SIGTERM', () => cluster.stop());
  say({ connection: cluster.connection, pid: cluster.pid() });
} catch (error) {
  say({ failed: (error as Error).name, message: (error as Error).message });
}
