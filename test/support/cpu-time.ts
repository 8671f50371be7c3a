/** Result of some work, and the seconds of CPU time that it took, which other programs on the machine hardly change. */
export const timed = <T>(work: () => T): { result: T; seconds: number } => {
  const before = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
};

/** Growth of CPU time from a small size to a large one, as a factor, by the least of three tries of each. */
export const growthOf = (work: (size: number) => void, small: number, large: number): number => {
  const least = (size: number) => Math.min(...Array.from({ length: 3 }, () => timed(() => work(size)).seconds));
  return least(large) / least(small);
};
