import { Socket } from 'node:net';

/**
 * A socket that sends what is written to it within one turn of the event loop in one piece: the messages of a short
 * transaction cost one system call here, and wake PostgreSQL once.
 */
export const openBatchedSocket = (): Socket => {
  const socket = new Socket();
  // Connecting sets `write` back to the socket's own.
  socket.once('connect', () => {
    const write = socket.write.bind(socket);
    socket.write = (...message: unknown[]) => {
      if (socket.writableCorked === 0) {
        socket.cork();
        process.nextTick(() => socket.uncork());
      }
      return write(...(message as [string]));
    };
  });
  return socket;
};
