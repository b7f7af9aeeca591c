package io.watchfloor.gateway.photo;

import io.watchfloor.gateway.answer.KnownProblem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a photo anew from its pixels: where it was taken, with what, and whatever else may hide in a file is left behind.
 * Blocks, and needs some 40 MB for a large photo; one is made at a time.
 */
final class Pixels {
    /** Longer side of what is kept, in pixels. */
    static final int KEPT_SIDE = 1_600;

    /** Longer side of the small picture, in pixels. */
    static final int SMALL_SIDE = 320;

    private static final int MOST_PIXELS = 25_000_000;
    private static final int MOST_SIDE = 12_000;
    private static final float QUALITY = 0.85f;
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final byte[] RIFF = {'R', 'I', 'F', 'F'};
    private static final byte[] WEBP = {'W', 'E', 'B', 'P'};

    /** In a RIFF file, behind its length. */
    private static final int RIFF_KIND_AT = 8;

    private Pixels() {}

    /**
     * Reads a JPEG, a PNG or a WebP, not larger than what is kept.
     *
     * @throws PhotoException when it is none of them, cannot be read, or has too many pixels
     */
    static BufferedImage read(byte[] file) throws PhotoException {
        String format = formatOf(file);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1 || Math.max(width, height) > MOST_SIDE || (long) width * height > MOST_PIXELS) {
                throw new PhotoException(KnownProblem.PHOTO_TOO_WIDE, format.toUpperCase(Locale.ROOT));
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(width, height) / (2 * KEPT_SIDE));
            param.setSourceSubsampling(every, every, 0, 0);
            return fitted(reader.read(0, param), KEPT_SIDE);
        } catch (IOException | RuntimeException e) {
            throw new PhotoException(KnownProblem.PHOTO_BROKEN, format.toUpperCase(Locale.ROOT));
        } finally {
            reader.dispose();
        }
    }

    /** As JPEG, without anything but pixels. */
    static byte[] write(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException("a picture in memory can be written to memory", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** The same, its longer side at most so long, on white where it was transparent. */
    static BufferedImage fitted(BufferedImage image, int side) {
        double scale = Math.min(1, side / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = fitted.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return fitted;
    }

    private static String formatOf(byte[] file) throws PhotoException {
        if (hasAt(0, JPEG, file)) {
            return "jpeg";
        }
        if (hasAt(0, PNG, file)) {
            return "png";
        }
        if (hasAt(0, RIFF, file) && hasAt(RIFF_KIND_AT, WEBP, file)) {
            return "webp";
        }
        throw new PhotoException(KnownProblem.PHOTO_OF_OTHER_FORMAT, "");
    }

    private static boolean hasAt(int at, byte[] magic, byte[] file) {
        return file.length >= at + magic.length && Arrays.equals(magic, 0, magic.length, file, at, at + magic.length);
    }
}
