import { connect, type Socket } from 'node:net';

/** An answer as it came over the socket. `interim`: status codes that came before it, such as 100. */
export type Answer = { status: number; headers: Headers; text: string; interim: number[] };

export type Request = {
  method?: string;
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
};

/** Sends a request exactly as told, with nothing added but Host and, with a body, its Content-Length. */
export const send = (port: number, request: Request): Promise<Answer> =>
  exchange(port, (socket) => {
    socket.write(headOf(request));
    if (request.body !== undefined) socket.write(request.body);
  });

/** The request line and the headers, with the empty line that ends them. */
export const headOf = ({ method = 'PUT', path, headers = {}, body }: Request): string => {
  const framed = 'content-length' in headers || 'transfer-encoding' in headers;
  const all = {
    host: 'pharos.test',
    ...(body !== undefined && !framed && { 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}`));
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
};

/** Opens a connection, lets `write` use it, and reads one final answer. Rejects where the server only hangs up. */
export const exchange = (port: number, write: (socket: Socket) => void): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let received = Buffer.alloc(0);
    const closed = (error?: Error) => reject(error ?? new Error(`closed after ${received.length} bytes`));
    socket.on('connect', () => write(socket));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const answer = answerIn(received);
      if (!answer) return;
      resolve(answer);
      socket.destroy();
    });
    socket.on('error', closed).on('close', () => closed());
  });

const answerIn = (bytes: Buffer, interim: number[] = []): Answer | null => {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const status = Number(first.split(' ')[1]);
  const rest = bytes.subarray(end + 4);
  if (status < 200) return answerIn(rest, [...interim, status]);
  const headers = new Headers(lines.map((line) => line.split(/:\s*(.*)/s, 2) as [string, string]));
  const length = Number(headers.get('content-length') ?? 0);
  if (rest.length < length) return null;
  return { status, headers, text: rest.subarray(0, length).toString(), interim };
};
