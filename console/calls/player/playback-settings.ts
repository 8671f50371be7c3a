import { createStored } from '../../theme/stored.ts';

export const RATES = ['0.8', '1', '1.2', '1.5', '1.75', '2'] as const;

/** Playback speed and skipping of silence, kept in the browser. */
export const rate = createStored<(typeof RATES)[number]>('pharos.rate', RATES, '1');
export const silence = createStored<'heard' | 'skipped'>('pharos.silence', ['heard', 'skipped'], 'heard');
