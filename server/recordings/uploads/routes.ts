import type { ProtocolRoutes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../../platform/serving/handler.ts';
import { answerByProtocol, cancelUpload } from './answer.ts';
import type { Uploads } from './tus.ts';

export const uploadRoutes: Handlers<ProtocolRoutes['uploads'], { uploads: Uploads }> = {
  discover: answerByProtocol,
  begin: answerByProtocol,
  offset: answerByProtocol,
  append: answerByProtocol,
  cancel: cancelUpload,
};
