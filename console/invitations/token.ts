/** The token of `/welcome#token=…`: behind the hash, where no server and no log sees it. */
export const tokenOf = (hash: string): string => new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';
