/** Letters to change, add and leave out between two words, at least. */
export const lettersApart = (one: string, other: string): number => {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 0; at < one.length; at += 1) {
    const row = [at + 1];
    for (let place = 0; place < other.length; place += 1) {
      const replaced = (above[place] as number) + (one[at] === other[place] ? 0 : 1);
      row.push(Math.min(replaced, (above[place + 1] as number) + 1, (row[place] as number) + 1));
    }
    above = row;
  }
  return above[other.length] as number;
};
