/** Tuning for calls of an hour on a small machine; recovery after a crash has to read `max_wal_size` at most. */
export const tuned = {
  shared_buffers: '192MB',
  max_wal_size: '1GB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  log_checkpoints: 'off',
  checkpoint_warning: '0',
};

/** Settings for a PostgreSQL built with lz4: others do not start with a value that they do not know. */
export const lz4 = { default_toast_compression: 'lz4', wal_compression: 'lz4' };

/**
 * Values that no setting may change: nothing acknowledged is lost, nobody else connects, no words of families in logs.
 */
export const fixed = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  restart_after_crash: 'on',
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_line_prefix: '',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  // An error names the value that it refuses, and the client is told anyway: only LOG, FATAL and PANIC are written.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

export const flags = (settings: Record<string, string>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
