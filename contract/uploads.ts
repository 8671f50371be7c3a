import Type from 'typebox';
import { route } from './table/route.ts';

/** Path at which resumable uploads begin. */
export const UPLOADS_PATH = '/v1/uploads';

const version = { 'Tus-Resumable': '1.0.0' };

const params = Type.Object({
  upload_id: Type.String({
    pattern: '^[0-9a-f-]{36}_[0-9a-f-]{36}$',
    description: "From the Location header of the upload's creation.",
  }),
});

/** Resumable uploads of recordings by tus 1.0 (https://tus.io/protocols/resumable-upload), with its own answers. */
export const uploads = {
  discover: route({
    method: 'OPTIONS',
    path: UPLOADS_PATH,
    summary: 'Get the supported version and extensions of tus',
    access: 'member',
    status: 204,
    answer_kind: 'protocol',
  }),
  begin: route({
    method: 'POST',
    path: UPLOADS_PATH,
    summary:
      'Start an upload: Upload-Length is its size in bytes, Upload-Metadata has its call_uuid and optionally its filename',
    access: 'member',
    headers: {
      ...version,
      'Upload-Length': '1240032',
      // A call_uuid and a filename, each in base64.
      'Upload-Metadata': 'call_uuid M2YwYjZhNTItN2MxZC00ZTlhLThiNjQtZDJjOTVlMTdhMDgz,filename Rmlyc3QgY2FsbC5tcDM=',
    },
    also_refuses: [400, 404, 409, 412, 413],
    status: 201,
    answer_kind: 'protocol',
  }),
  offset: route({
    method: 'HEAD',
    path: `${UPLOADS_PATH}/{upload_id}`,
    summary: 'Get the received bytes of an upload, in Upload-Offset',
    access: 'member',
    params,
    headers: version,
    also_refuses: [412],
    status: 200,
    answer_kind: 'protocol',
    unversioned: true,
  }),
  append: route({
    method: 'PATCH',
    path: `${UPLOADS_PATH}/{upload_id}`,
    summary: 'Send the next bytes of an upload, from Upload-Offset; the last ones complete the recording',
    access: 'member',
    params,
    headers: { ...version, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
    also_refuses: [409, 412, 413, 415],
    status: 204,
    answer_kind: 'protocol',
    unversioned: true,
  }),
  cancel: route({
    method: 'DELETE',
    path: `${UPLOADS_PATH}/{upload_id}`,
    summary: 'Cancel an upload and remove its bytes',
    access: 'member',
    params,
    headers: version,
    also_refuses: [412],
    status: 204,
    answer_kind: 'protocol',
    unversioned: true,
  }),
};
