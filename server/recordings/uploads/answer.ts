import type { ProtocolRoutes } from '@pharos/contract/table/routes.ts';
import type { ProtocolAnswer, RouteRequest } from '../../platform/serving/handler.ts';
import { keyOfUploadId } from '../../platform/storage/key.ts';
import { deleteUpload } from './queries.ts';
import type { Uploads } from './tus.ts';

type Needs = { uploads: Uploads };
type UploadRequest = Pick<RouteRequest<ProtocolRoutes['uploads']['begin']>, 'actor' | 'database'>;

/** Answers as the protocol of uploads says. */
export const answerByProtocol = async (request: UploadRequest, { uploads }: Needs): Promise<ProtocolAnswer> => ({
  respond: uploads(request),
});

/** Cancels an upload, and no longer counts it among those of its user. */
export const cancelUpload = async (
  { actor, database, params }: RouteRequest<ProtocolRoutes['uploads']['cancel']>,
  { uploads }: Needs,
): Promise<ProtocolAnswer> => ({
  respond: async (request, response) => {
    await uploads({ actor, database })(request, response);
    const key = keyOfUploadId(params.upload_id);
    if (key && response.statusCode === 204) await deleteUpload(database, key);
  },
});
