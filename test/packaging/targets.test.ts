import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { integrityOf } from '../../packaging/node-binary.ts';
import { linux, targets } from '../../packaging/targets.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

describe('the Node inside the executables', () => {
  test('is the one that the tests run on, where npm has it', () => {
    const { optionalDependencies } = read('package.json') as {
      optionalDependencies: Record<string, string>;
    };
    const ours = Object.fromEntries(
      targets
        .filter(({ name }) => name !== 'mac-x64')
        .map(({ nodePackage, nodeVersion }) => [nodePackage, nodeVersion]),
    );
    expect(ours).toEqual(optionalDependencies);
  });

  test('is what the lockfile has seen', () => {
    const { packages } = read('package-lock.json') as {
      packages: Record<string, { version: string; integrity?: string }>;
    };
    for (const { nodePackage, nodeVersion } of targets) {
      const locked = packages[`node_modules/${nodePackage}`];
      if (locked) expect(integrityOf[`${nodePackage}@${nodeVersion}`]).toBe(locked.integrity);
    }
  });

  test('has for each version one that can prepare it here', () => {
    for (const { nodePackage, nodeVersion } of targets) {
      expect(integrityOf).toHaveProperty([`${nodePackage}@${nodeVersion}`]);
      expect(integrityOf).toHaveProperty([`${linux.nodePackage}@${nodeVersion}`]);
    }
  });
});
