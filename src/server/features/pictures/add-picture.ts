import { createHash } from 'node:crypto';
import type { CommandContext } from '../../http/handler.ts';
import { readPicture } from './read-picture.ts';

/** Stores a picture under its own SHA-256, once however often it is sent. Refusal: picture_invalid. */
export async function storePicture(
  { tx }: CommandContext,
  bytes: Buffer,
  sentAs: string,
): Promise<{ pictureId: string; width: number; height: number }> {
  const { mediaType, width, height } = readPicture(bytes, sentAs);
  const pictureId = createHash('sha256').update(bytes).digest('hex');
  const known = await tx.first(
    tx.sql.selectFrom('pictures').select('picture_id').where('picture_id', '=', pictureId),
  );
  if (!known) {
    await tx.run(
      tx.sql
        .insertInto('pictures')
        .values({ picture_id: pictureId, media_type: mediaType, width, height, bytes }),
    );
  }
  return { pictureId, width, height };
}
