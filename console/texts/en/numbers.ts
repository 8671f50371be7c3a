import { numbersIn } from '../numbers.ts';

export const { number, plural, count, size } = numbersIn('en');
