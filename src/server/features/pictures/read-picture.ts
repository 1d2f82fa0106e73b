import { imageSize } from 'image-size';
import { Refused } from '../../refused.ts';

export type PictureFacts = {
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
};

const longestSide = 4096;
const kinds = [
  { mediaType: 'image/png', type: 'png', starts: /^\x89PNG/, whole: endsPng },
  { mediaType: 'image/jpeg', type: 'jpg', starts: /^\xff\xd8\xff/, whole: endsJpeg },
  { mediaType: 'image/webp', type: 'webp', starts: /^RIFF.{4}WEBP/s, whole: fillsRiff },
] as const;

/**
 * What a picture is by its own bytes: its first ones, its parsed header and its end must agree, whatever
 * it was sent as. Refusal: picture_invalid.
 */
export function readPicture(bytes: Buffer, sentAs: string): PictureFacts {
  const start = bytes.toString('latin1', 0, 16);
  const kind = kinds.find((each) => each.starts.test(start));
  if (!kind || kind.mediaType !== sentAs || !kind.whole(bytes)) throw invalid('not_a_picture');
  const size = measure(bytes);
  if (size?.type !== kind.type) throw invalid('not_a_picture');
  const { width, height } = size;
  if (!isSide(width) || !isSide(height)) throw invalid('size', { width, height });
  return { mediaType: kind.mediaType, width, height };
}

function measure(bytes: Buffer): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(bytes);
  } catch {
    // It throws for what it cannot read, which is just what is asked here.
    return undefined;
  }
}

function isSide(pixels: number): boolean {
  return Number.isInteger(pixels) && pixels >= 1 && pixels <= longestSide;
}

function invalid(problem: string, facts: Record<string, number> = {}): Refused {
  return new Refused('picture_invalid', { problem, most: longestSide, ...facts });
}

/** A PNG cut short has no IEND chunk. */
function endsPng(bytes: Buffer): boolean {
  return bytes.includes('IEND', 8, 'latin1');
}

/** A JPEG cut short has no end-of-image marker near its end; cameras may put a few bytes after it. */
function endsJpeg(bytes: Buffer): boolean {
  return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > 2;
}

/** RIFF says its own length, without its first eight bytes. */
function fillsRiff(bytes: Buffer): boolean {
  return bytes.readUInt32LE(4) + 8 <= bytes.length;
}
