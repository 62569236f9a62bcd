import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';

const font = (name: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${name}.ttf`));

/** The font comes from a package, so that a picture looks the same on every machine. */
const FONT = {
  fontFiles: [font('400Regular/Inter_400Regular'), font('600SemiBold/Inter_600SemiBold')],
  loadSystemFonts: false,
  defaultFontFamily: 'Inter',
};

/** Pixels of the picture for one of the drawing, so that it is sharp on dense screens. */
const ZOOM = 2;

/** Renders a drawing as PNG, on a thread of its own. */
export async function pngOf(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, { font: FONT, fitTo: { mode: 'zoom', value: ZOOM } });
  return image.asPng();
}
