import * as routes from '../../../contract/menu.ts';
import { commands, reads } from '../../http/handler.ts';
import type { Handler } from '../../http/handler.ts';
import { Bytes } from '../../http/register-routes.ts';
import { Refused } from '../../refused.ts';
import { storePicture } from './add-picture.ts';

export const picturesHandlers: readonly Handler[] = [
  commands(routes.addPicture, (context, { body, mediaType }) =>
    // The route declares media types and not a schema, so its body arrives as bytes.
    storePicture(context, body as Buffer, mediaType),
  ),
  reads(routes.getPicture, async ({ tx }, { params }) => {
    const picture = await tx.first(
      tx.sql
        .selectFrom('pictures')
        .select(['bytes', 'media_type'])
        .where('picture_id', '=', params.pictureId),
    );
    if (!picture) throw new Refused('not_found');
    return new Bytes(picture.bytes, picture.media_type);
  }),
];
