import { parentPort, workerData } from 'node:worker_threads';
import { verifyFile } from '../../journal/verify.ts';

const { path, site } = workerData as { path: string; site: string };
void verifyFile(path, site).then((verification) => parentPort?.postMessage(verification));
