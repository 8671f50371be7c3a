import { readCall, type SpokenCall } from './call.ts';

/**
 * Reads a dialogue of short lines as a call: "home: ..." or "caller: ...", or any label before the colon. Words follow one
 * another at 400 ms.
 */
export const callFrom = (...lines: string[]): SpokenCall => {
  const voices: Record<string, { label: string | null; side: 'ours' | 'theirs' }> = {};
  const words = lines.flatMap((line) => {
    const [, speaker = '', text = ''] = /^([^:]+): (.*)$/s.exec(line) ?? [];
    const isOurs = speaker.startsWith('home') || speaker === 'announcement';
    voices[speaker] = { label: LABELS[speaker] ?? speaker, side: isOurs ? 'ours' : 'theirs' };
    return text.split(/\s+/).map((word) => ({ text: word, speaker }));
  });
  return readCall(
    words.map((word, at) => ({ ...word, start_ms: at * 400, end_ms: at * 400 + 300, confidence: 1 })),
    { voices, called_on: '2026-03-04T10:00:00-05:00', home: 'Avery & Sons' },
  );
};

const LABELS: Record<string, string> = {
  home: 'Tom Avery, director',
  caller: 'Karen Doyle, daughter',
  announcement: 'Phone announcement',
};
