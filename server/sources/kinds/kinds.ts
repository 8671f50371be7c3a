import type { SourceKind } from '@pharos/contract/sources.ts';
import type { MessageKind } from './kind.ts';
import { telnyx } from './telnyx.ts';
import { twilio } from './twilio.ts';
import { webhook } from './webhook.ts';
import { zoomPhone } from './zoom-phone.ts';

/** Kinds of sources that send messages; a folder sends none. */
export const KINDS: Record<Exclude<SourceKind, 'folder'>, MessageKind> = {
  twilio,
  zoom_phone: zoomPhone,
  telnyx,
  webhook,
};
