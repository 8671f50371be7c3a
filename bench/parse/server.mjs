// Parse Server as its guide starts it, on the PostgreSQL that it is given: `node server.mjs FOLDER DATABASE_URL`.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, databaseURI] = process.argv.slice(2);
// It keeps a log where it is started, from before it knows its settings.
process.chdir(folder);
const require = createRequire(join(folder, 'node_modules', 'parse-server', 'package.json'));
const express = require('express');
const { ParseServer } = require('parse-server');

const app = express();
const server = createServer(app);
server.listen(0, '127.0.0.1', async () => {
  const address = `http://127.0.0.1:${server.address().port}`;
  const parse = new ParseServer({
    databaseURI,
    appId: 'bench',
    masterKey: 'master',
    serverURL: `${address}/parse`,
    maxUploadSize: '50mb',
    allowClientClassCreation: true,
    silent: true,
    logLevel: 'error',
  });
  await parse.start();
  app.use('/parse', parse.app);
  process.stdout.write(`${JSON.stringify({ address })}\n`);
});
server.keepAliveTimeout = 72_000;
process.once('SIGTERM', () => process.exit(0));
