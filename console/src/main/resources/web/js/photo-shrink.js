/** A photo made small enough for a weak network, and nothing but its pixels: where it was taken stays on the phone. */

export const LONGEST_SIDE = 1_600;
const QUALITY = 0.85;

/** Width and height with the longer side at most so long. */
export function fitted(width, height, longest = LONGEST_SIDE) {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The picture as a JPEG; null when the file is not one that the browser can read. */
export async function shrink(file) {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const canvas = Object.assign(document.createElement('canvas'), fitted(image.width, image.height));
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  } catch {
    return null;
  }
}
