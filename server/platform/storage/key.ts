/** Storage key of a recording's bytes: our own ids and nothing that a user named. */
export type Key = { organization_uuid: string; uuid: string };

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const pair = (separator: string) => new RegExp(`^(${UUID})${separator}(${UUID})$`);
const PATH = pair('/');
const UPLOAD_ID = pair('_');

/** `organization/recording`, in a folder or a bucket; throws for anything that is not two lower-case uuids. */
export const pathOf = ({ organization_uuid, uuid }: Key): string => {
  const path = `${organization_uuid}/${uuid}`;
  if (PATH.test(path)) return path;
  throw new TypeError('a key of the storage is made of two uuids in lower case');
};

/** Id of an upload in its address: the path of the key without its slash, which would cut the address in two. */
export const uploadIdOf = (key: Key): string => pathOf(key).replace('/', '_');

/** The key that a path stands for, or null where it is not one of ours. */
export const keyOfPath = (path: string): Key | null => keyOf(PATH.exec(path));

/** The key that an upload's id stands for, or null where it is not one of ours. */
export const keyOfUploadId = (id: string): Key | null => keyOf(UPLOAD_ID.exec(id));

const keyOf = (match: RegExpExecArray | null): Key | null =>
  match && { organization_uuid: match[1] as string, uuid: match[2] as string };
