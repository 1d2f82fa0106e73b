import type { Page } from 'playwright-core';

/** How much of `part` is found at that place of `whole`, from 0 to 1. Both are PNGs; `scratch` is any empty page. */
export async function shareOfSamePixels(
  scratch: Page,
  whole: Buffer,
  part: Buffer,
  place: { readonly x: number; readonly y: number },
): Promise<number> {
  return scratch.evaluate(
    async ({ pictures, place }) => {
      const [whole, part] = await Promise.all(
        pictures.map(async (base64) => {
          const answer = await fetch(`data:image/png;base64,${base64}`);
          return createImageBitmap(await answer.blob());
        }),
      );
      if (!whole || !part) throw new Error('two pictures are compared');
      const { width, height } = part;
      const pixels = (picture: ImageBitmap, x: number, y: number): Uint8ClampedArray => {
        const drawn = new OffscreenCanvas(width, height).getContext('2d');
        if (!drawn) throw new Error('no canvas');
        drawn.drawImage(picture, -x, -y);
        return drawn.getImageData(0, 0, width, height).data;
      };
      const [there, here] = [pixels(whole, place.x, place.y), pixels(part, 0, 0)];
      let same = 0;
      for (let at = 0; at < here.length; at += 4) {
        const off = [0, 1, 2].map((i) => Math.abs((here[at + i] ?? 0) - (there[at + i] ?? 0)));
        if (Math.max(...off) <= 4) same += 1;
      }
      return same / (width * height);
    },
    { pictures: [whole.toString('base64'), part.toString('base64')], place },
  );
}
