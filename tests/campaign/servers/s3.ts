import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseS3Address } from '../../../src/campaign/store/s3-address.ts';
import { S3Client } from '../../../src/campaign/store/s3-client.ts';
import { freePort, launch, Server } from './process.ts';

export const environment = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  AWS_REGION: 'us-east-1',
} as const;

/** A server of buckets, as each is started, with one bucket: `posters`. */
export async function startS3(name: 'moto' | 'versitygw', path: string): Promise<Server> {
  const port = await freePort();
  const root = mkdtempSync(join(tmpdir(), 's3-'));
  const { AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: secret } = environment;
  const gateway = ['--access', key, '--secret', secret, '--port', `127.0.0.1:${port}`, 'posix', root];
  mkdirSync(join(root, 'other'));
  const args = name === 'moto' ? ['-H', '127.0.0.1', '-p', String(port)] : gateway;
  const server = await Server.run(port, () => launch(path, args));
  const address = parseS3Address(s3AddressOf(server, ''), environment);
  const client = await S3Client.open(address, { accessKeyId: key, secretAccessKey: secret });
  await client.request({ method: 'PUT' });
  return server;
}

export function s3AddressOf({ port }: Server, prefix: string): string {
  return `s3://posters/${prefix}?endpoint=http://127.0.0.1:${port}`;
}
