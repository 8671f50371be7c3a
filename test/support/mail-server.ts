import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../faults/server-process.ts';

const run = promisify(execFile);
const PROGRAM = '/usr/sbin/dovecot';
const IMAP = '/usr/lib/dovecot/imap';
const NOBODY = 65_534;
const PATIENCE_MS = 60_000;

/** Reason for a test to skip what needs a mail server; false where one can be started. */
export const mailServerMissing = (): string | false => {
  if (!existsSync(PROGRAM) || !existsSync(IMAP)) return 'dovecot not installed (Debian: dovecot-imapd)';
  return process.getuid?.() !== 0 && 'dovecot is started by root only';
};

export type MailServer = {
  port: number;
  /** The certificate of its name, which it signed itself. */
  ca: string;
  host: string;
  password: string;
  /** Puts a message into the inbox of a user, delivered at a time. */
  deliver(user: string, message: string, at?: Date): Promise<void>;
  /** Messages that the inbox of a user holds, by their files' names, which tell their flags. */
  list(user: string): Promise<string[]>;
  /** Makes the mailbox of a user again, so that its messages are numbered again. */
  renumber(user: string): Promise<void>;
  stop(): Promise<void>;
};

/** Debian's Dovecot on loopback, by IMAP over TLS alone. */
export const startMailServer = async (host: string): Promise<MailServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'pharos-mail-'));
  const [port, password] = [await freePort(), randomUUID()];
  await chmod(folder, 0o755);
  await mkdir(join(folder, 'home'));
  await chown(join(folder, 'home'), NOBODY, NOBODY);
  const [key, certificate, conf] = ['key.pem', 'certificate.pem', 'dovecot.conf'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${host}`],
    ...['-addext', `subjectAltName=DNS:${host}`, '-keyout', key, '-out', certificate],
  ]);
  await writeFile(conf, settings({ folder, port, password, key, certificate }));
  let last = '';
  const child: ChildProcess = spawn('setpriv', ['--pdeathsig', 'TERM', PROGRAM, '-F', '-c', conf], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr?.on('data', (data) => {
    last = (last + data).slice(-2_000);
  });
  const inbox = (user: string) => join(folder, 'home', user, 'Maildir');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await answers(port, () => child.exitCode === null);
  } catch (error) {
    await stop();
    throw new Error(`the mail server did not start: ${last}`, { cause: error });
  }
  return {
    port,
    ca: await readFile(certificate, 'utf8'),
    host,
    password,
    deliver: async (user, message, at = new Date()) => {
      for (const part of ['', 'new', 'cur', 'tmp']) await mkdir(join(inbox(user), part), { recursive: true });
      const path = join(inbox(user), 'new', `${Date.now()}.${randomUUID()}.here`);
      await writeFile(path, message.replaceAll(/\r?\n/g, '\r\n'));
      await utimes(path, at, at);
      await run('chown', ['-R', `${NOBODY}:${NOBODY}`, join(folder, 'home', user)]);
    },
    list: async (user) => (await Promise.all(['new', 'cur'].map((part) => readdir(join(inbox(user), part))))).flat(),
    renumber: async (user) => {
      for (const name of await readdir(inbox(user)))
        if (name.startsWith('dovecot')) await rm(join(inbox(user), name), { recursive: true });
    },
    stop,
  };
};

type Settings = { folder: string; port: number; password: string; key: string; certificate: string };

const settings = ({ folder, port, password, key, certificate }: Settings) => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${certificate}
ssl_key = <${key}
mail_location = maildir:~/Maildir
first_valid_uid = 1
auth_failure_delay = 0 secs
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = ${port}
    ssl = yes
  }
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${NOBODY} gid=${NOBODY} home=${folder}/home/%n
}
`;

const answers = async (port: number, alive: () => boolean): Promise<void> => {
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(50)) {
    if (!alive()) throw new Error('it ended');
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error')]).catch(
      () => false,
    );
    socket.destroy();
    if (open === true) return;
    if (Date.now() > end) throw new Error('it does not answer');
  }
};
