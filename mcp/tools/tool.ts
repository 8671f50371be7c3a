import type { Client } from '@pharos/client/methods.ts';
import { z } from 'zod';

/** Client of one token, and the address that links begin with. */
export type Reach = { client: Client; base_url: string };

export type Tool<S extends z.ZodRawShape = z.ZodRawShape> = {
  title: string;
  description: string;
  input: S;
  /** True for a tool that changes something. */
  writes?: true;
  run(given: z.infer<z.ZodObject<S>>, reach: Reach): Promise<Record<string, unknown>>;
};

/** Infers a tool's exact input. */
export const tool = <S extends z.ZodRawShape>(definition: Tool<S>): Tool => definition as unknown as Tool;

export const CallUuid = z.uuid().describe('Id of a call');
export const CaseUuid = z.uuid().describe('Id of a case');
