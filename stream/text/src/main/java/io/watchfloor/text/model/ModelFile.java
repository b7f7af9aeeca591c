package io.watchfloor.text.model;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Feature spaces and models on disk. A file is four bytes of kind, two of version, and the rest deflated; integers are big
 * endian. Nothing in it depends on the clock or the machine.
 */
public final class ModelFile {
    /** Readers refuse any other version. */
    public static final int VERSION = 1;

    private static final int SPACE = 0x57464653;
    private static final int MODEL = 0x5746464D;
    private static final int MOST_LABELS = 1_000;

    private ModelFile() {}

    /** Writes a feature space; does not close the stream. */
    public static void write(FeatureSpace space, OutputStream out) throws IOException {
        writePacked(SPACE, out, data -> {
            data.writeByte(space.shape().bits());
            data.writeByte(space.shape().shortest());
            data.writeByte(space.shape().longest());
            data.writeBoolean(space.shape().words());
            data.writeFloat(space.highest());
            data.writeInt(space.rows());
            for (long word : space.known()) {
                data.writeLong(word);
            }
            data.write(space.steps());
        });
    }

    /**
     * Reads a feature space.
     *
     * @throws IOException when the stream is not a feature space of this version, or breaks
     */
    public static FeatureSpace readSpace(InputStream in) throws IOException {
        DataInputStream data = open(SPACE, in);
        FeatureShape shape = new FeatureShape(data.readByte(), data.readByte(), data.readByte(), data.readBoolean());
        float highest = data.readFloat();
        int rows = data.readInt();
        if (rows < 0 || rows > shape.buckets()) {
            throw new IOException("damaged feature space: " + rows + " rows");
        }
        long[] known = new long[Math.max(1, shape.buckets() / Long.SIZE)];
        for (int i = 0; i < known.length; i++) {
            known[i] = data.readLong();
        }
        return new FeatureSpace(shape, known, data.readNBytes(rows), highest);
    }

    /** Writes a model; does not close the stream. */
    public static void write(LinearModel model, OutputStream out) throws IOException {
        writePacked(MODEL, out, data -> {
            data.writeUTF(model.name());
            data.writeShort(model.labels().size());
            for (String label : model.labels()) {
                data.writeUTF(label);
            }
            data.writeLong(model.spaceFingerprint());
            data.writeFloat(model.calibration().slope());
            data.writeFloat(model.calibration().offset());
            data.writeShort(model.heads());
            data.writeInt(model.rows());
            for (int head = 0; head < model.heads(); head++) {
                data.writeFloat(model.largest(head));
                data.writeFloat(model.bias(head));
                data.write(model.weights(head));
            }
        });
    }

    /**
     * Reads a model.
     *
     * @throws IOException when the stream is not a model of this version, or breaks
     */
    public static LinearModel readModel(InputStream in) throws IOException {
        DataInputStream data = open(MODEL, in);
        String name = data.readUTF();
        List<String> labels = new ArrayList<>();
        int labelCount = bounded(data.readShort(), MOST_LABELS);
        for (int i = 0; i < labelCount; i++) {
            labels.add(data.readUTF());
        }
        long fingerprint = data.readLong();
        Calibration calibration = new Calibration(data.readFloat(), data.readFloat());
        int heads = bounded(data.readShort(), MOST_LABELS);
        int rows = bounded(data.readInt(), 1 << 24);
        byte[][] weights = new byte[heads][];
        float[] largest = new float[heads];
        float[] bias = new float[heads];
        for (int head = 0; head < heads; head++) {
            largest[head] = data.readFloat();
            bias[head] = data.readFloat();
            weights[head] = data.readNBytes(rows);
            if (weights[head].length != rows) {
                throw new IOException("damaged model " + name + ": it ends early");
            }
        }
        return new LinearModel(name, labels, fingerprint, weights, largest, bias, calibration);
    }

    private static int bounded(int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException("damaged model file: a size of " + value);
        }
        return value;
    }

    private static void writePacked(int kind, OutputStream out, Body body) throws IOException {
        DataOutputStream head = new DataOutputStream(out);
        head.writeInt(kind);
        head.writeShort(VERSION);
        head.flush();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater);
            DataOutputStream data = new DataOutputStream(packed);
            body.writeTo(data);
            data.flush();
            packed.finish();
        } finally {
            deflater.end();
        }
    }

    private static DataInputStream open(int kind, InputStream in) throws IOException {
        DataInputStream head = new DataInputStream(in);
        if (head.readInt() != kind) {
            throw new IOException("not the expected kind of model file");
        }
        int version = head.readShort();
        if (version != VERSION) {
            throw new IOException("model file of version " + version + ", this reads version " + VERSION);
        }
        return new DataInputStream(new BufferedInputStream(new InflaterInputStream(in)));
    }

    private interface Body {
        void writeTo(DataOutputStream data) throws IOException;
    }
}
