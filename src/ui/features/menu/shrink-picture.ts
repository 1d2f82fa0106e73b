const longestSide = 512;

/** A picture's size when its longer side is brought to `longest`; never made larger. */
export function shrunkSize(
  width: number,
  height: number,
  longest = longestSide,
): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** The file is none that this browser can draw. */
export class NotAPicture extends Error {
  override name = 'NotAPicture';
}

/**
 * Draws a photograph again at the size of a tile, so that a phone's 8 MB become 40 kB before they cross
 * the network, and whatever else the file carried (place, camera) stays behind.
 */
export async function shrinkPicture(file: Blob): Promise<Blob> {
  const drawn = await createImageBitmap(file).catch((cause: unknown) => {
    throw new NotAPicture('The browser cannot read this picture.', { cause });
  });
  const { width, height } = shrunkSize(drawn.width, drawn.height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new NotAPicture('The browser has no canvas.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(drawn, 0, 0, width, height);
  drawn.close();
  // A browser that cannot write WebP writes PNG instead; the server takes both.
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/webp', 0.86),
  );
  if (!blob) throw new NotAPicture('The picture could not be written.');
  return blob;
}
