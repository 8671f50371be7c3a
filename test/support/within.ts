/** Milliseconds after which what should end soon is taken for something that never will. */
const PATIENCE = 60_000;

/** Result of `work`, or an error that names what did not end and what the process still waits for. */
export const within = async <T>(what: string, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what} did not end; still open: ${process.getActiveResourcesInfo().join(', ')}`));
    }, PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
