import type { MessageEnvelopeObject, MessageStructureObject } from 'imapflow';
import { SOUND } from '../folders/names.ts';

/** A part of a message that is a recording. `envelope`: of the message that it came with, which may be forwarded in another. */
export type SoundPart = { part: string; file_name: string | null; size: number; envelope: MessageEnvelopeObject };

/** Depth to which messages within messages are looked through. */
const DEEPEST = 8;

/** Lists the recordings of a message. */
export const soundParts = (node: MessageStructureObject, envelope: MessageEnvelopeObject, depth = 0): SoundPart[] => {
  if (depth > DEEPEST) return [];
  const own = node.envelope ?? envelope;
  if (node.childNodes) return node.childNodes.flatMap((child) => soundParts(child, own, depth + 1));
  const name = node.dispositionParameters?.filename ?? node.parameters?.name ?? null;
  const isSound = /^audio\//i.test(node.type) || (name !== null && SOUND.test(name));
  // A message that is nothing but a recording has a single part, without a number.
  return isSound ? [{ part: node.part ?? '1', file_name: name, size: node.size ?? 0, envelope: own }] : [];
};

/** Finds the plain text of a message. */
export const findText = (node: MessageStructureObject, depth = 0): string | undefined => {
  if (depth > DEEPEST) return undefined;
  if (node.childNodes)
    return node.childNodes.map((child) => findText(child, depth + 1)).find((part) => part !== undefined);
  return node.type === 'text/plain' && node.disposition !== 'attachment' ? (node.part ?? '1') : undefined;
};
