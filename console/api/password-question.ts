import { createObservable } from './observable.ts';

type Question = { answer(confirmed: boolean): void };

/** Open question for the reader's password; null where none is. */
export const passwordQuestion = createObservable<Question | null>(null);

let asked: Promise<boolean> | null = null;

/** Asks the reader for their password once, however many requests wait for it: true once the server has confirmed it. */
export const askForPassword = (): Promise<boolean> => {
  asked ??= new Promise<boolean>((resolve) => {
    passwordQuestion.set({ answer: resolve });
  }).finally(() => {
    asked = null;
    passwordQuestion.set(null);
  });
  return asked;
};
