/** Numbers, counted nouns and sizes as one locale writes them. */
export const numbersIn = (locale: string) => {
  const decimal = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  const rules = new Intl.PluralRules(locale);
  const sizes = SIZES.map((unit) => unitIn(locale, unit, { maximumFractionDigits: 1 }));
  /** `1234` → `1,234`. */
  const number = (n: number): string => decimal.format(n);
  /** The form of a word that goes with `n`; a regular plural needs none of its own. */
  const plural = (n: number, one: string, many = `${one}s`): string => (rules.select(n) === 'one' ? one : many);
  return {
    number,
    plural,
    /** `count(1, 'call')` → `1 call`, `count(2, 'call')` → `2 calls`. */
    count: (n: number, one: string, many?: string): string => `${number(n)} ${plural(n, one, many)}`,
    /** A share from 0 to 1 → `46%`. */
    percent: (part: number): string => share.format(part),
    /** Bytes, in steps of 1024 → `4 GB`. */
    size: (bytes: number): string => {
      const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), SIZES.length - 1);
      return sizes[step]?.format(bytes / 1024 ** step) ?? '';
    },
  };
};

/** Amounts with their unit, such as `12 min`. */
export const unitIn = (locale: string, unit: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', ...options });

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
