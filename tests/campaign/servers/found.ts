import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where `.ci/servers` puts what is no package of the system. */
export const folder = process.env.HELPLINE_PRESS_SERVERS ?? join(homedir(), '.cache/helpline-press/servers');

const onPath = (name: string): string | undefined => {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};
const at = (path: string | undefined): string | undefined =>
  path !== undefined && existsSync(path) ? path : undefined;

/** Debian keeps the server's programs of each version in a folder of its own, off the path. */
function postgresFolder(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/** The servers that this machine has; undefined: not installed. */
const found = {
  redis: onPath('redis-server'),
  valkey: at(join(folder, 'valkey-server')),
  postgres: postgresFolder(),
  moto: at(join(folder, 'venv/bin/moto_server')),
  versitygw: at(join(folder, 'versitygw')) ?? onPath('versitygw'),
  parallel: onPath('parallel'),
};

export type ServerName = keyof typeof found;

/**
 * The program of a server. Where it is not installed tests are skipped, and that is said; CI asks for all that it
 * installs (`HELPLINE_PRESS_SERVERS_REQUIRED`), so that nothing is skipped there unnoticed.
 */
export function program(name: ServerName): string | undefined {
  const path = found[name];
  if (path !== undefined) return path;
  const required = (process.env.HELPLINE_PRESS_SERVERS_REQUIRED ?? '').split(',');
  if (required.includes(name)) throw new Error(`${name} is not installed: run .ci/servers`);
  process.stderr.write(`Skipped: no ${name} on this machine (.ci/servers installs it).\n`);
  return undefined;
}
