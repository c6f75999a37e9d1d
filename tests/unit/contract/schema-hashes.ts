/** Hash of all schemas of the wire, by contract version. */
export const SCHEMA_HASHES: Readonly<Record<number, string>> = {
  1: 'vuyPlhjwKtIbBTJgyePZ3mIClzNuBx07VjTdh1WVudw',
};
