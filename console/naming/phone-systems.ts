import type { SourceKind, SourceSettings } from '@pharos/contract/sources.ts';
import type { Texts } from '../texts/english.ts';

/** Phone systems as their makers call them. */
const MAKERS = {
  twilio: 'Twilio',
  zoom_phone: 'Zoom Phone',
  telnyx: 'Telnyx',
  ring_central: 'RingCentral',
  issabel: 'Issabel',
  '3cx': '3CX',
};

/** Name of a kind of source. */
export const kindName = (kind: SourceKind, { sources }: Texts): string =>
  kind === 'webhook' || kind === 'mailbox' || kind === 'folder' ? sources.kinds[kind] : MAKERS[kind];

/** Name of a scheme by which files are named. */
export const presetName = (preset: NonNullable<SourceSettings['preset']>, { sources }: Texts): string =>
  preset === 'freepbx' || preset === 'any' ? sources.presets[preset] : MAKERS[preset];
