import type { SourceKind } from '@pharos/contract/sources.ts';
import type { FetchedKind, MessageKind } from './kind.ts';
import { ringCentral } from './ring-central.ts';
import { telnyx } from './telnyx.ts';
import { twilio } from './twilio.ts';
import { webhook } from './webhook.ts';
import { zoomPhone } from './zoom-phone.ts';

/** Kinds of sources that send messages. */
export const MESSAGE_KINDS = { twilio, zoom_phone: zoomPhone, telnyx, webhook } satisfies Partial<
  Record<SourceKind, MessageKind>
>;

/** Kinds of sources whose recordings are fetched by HTTPS. */
export const FETCHED_KINDS: Partial<Record<SourceKind, FetchedKind>> = {
  ...MESSAGE_KINDS,
  ring_central: ringCentral,
};

export const findMessageKind = (kind: SourceKind): MessageKind | undefined =>
  (MESSAGE_KINDS as Partial<Record<SourceKind, MessageKind>>)[kind];
