import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { type Answering, askCall, askCase } from './ask.ts';

export const chatRoutes: Handlers<Routes['chat'], Answering> = { call: askCall, case: askCase };
