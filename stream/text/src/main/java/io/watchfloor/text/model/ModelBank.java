package io.watchfloor.text.model;

import java.util.Arrays;
import java.util.List;

/**
 * All models that share a feature space, their weights laid side by side: one feature's weights of all models are one short
 * run, so that a text's features are looked up once, whatever the number of models. Four weights of five are zero: of a
 * feature with few others only those are kept; the common ones, which texts are made of, have all heads in a row, summed
 * without a branch. Lookups come first and sums after, so that the waits for memory overlap.
 *
 * <p>Immutable; one instance serves all threads.
 */
public final class ModelBank {
    private static final int MOST_HEADS = Byte.MAX_VALUE;
    private static final int BYTE = 0xFF;
    private static final int WORD_BITS = 6;

    /** Heads summed together: as many as stay in registers. */
    private static final int BLOCK = 8;

    /** With so many weights that are not zero a feature gets a full row. */
    private static final int LEAST_OF_FULL_ROW = 5;

    /** Stands for the length of a full row. */
    private static final int FULL = BYTE;

    /** A row's entry of {@link #rows} has its lower five bytes; while a text is scored, the count stands above them. */
    private static final int OCCURRENCES_AT = 40;

    private static final long PLACE = (1L << OCCURRENCES_AT) - 1;

    private final FeatureSpace space;
    private final List<LinearModel> models;
    private final int heads;
    /** Known buckets in words of 64, each followed by the number of rows before it: one cache line serves both. */
    private final long[] directory;

    /** Per feature where its weights start, above two bytes: how many they are, and its step of inverse document frequency. */
    private final long[] rows;

    private final byte[] fullRows;
    private final short[] entries;
    private final float[] largest;
    private final float[] bias;

    /**
     * Lays models side by side.
     *
     * @throws IllegalArgumentException when a model was trained in another space
     */
    public ModelBank(FeatureSpace space, List<LinearModel> models) {
        this.space = space;
        this.models = List.copyOf(models);
        this.heads = models.stream().mapToInt(LinearModel::heads).sum();
        if (heads > MOST_HEADS) {
            throw new IllegalArgumentException("a bank takes %d heads, not %d".formatted(MOST_HEADS, heads));
        }
        this.directory = directory(space.known());
        this.rows = new long[space.rows()];
        this.largest = new float[heads];
        this.bias = new float[heads];
        long fingerprint = space.fingerprint();
        int offset = 0;
        for (LinearModel model : models) {
            if (model.spaceFingerprint() != fingerprint || model.rows() != space.rows()) {
                throw new IllegalArgumentException(
                        "model " + model.name() + " was trained with other features than the ones given");
            }
            for (int head = 0; head < model.heads(); head++) {
                largest[offset + head] = model.largest(head);
                bias[offset + head] = model.bias(head);
            }
            offset += model.heads();
        }
        Layout layout = new Layout();
        this.fullRows = layout.fullRows();
        this.entries = layout.entries();
    }

    /** The features the models share. */
    public FeatureSpace space() {
        return space;
    }

    /** How many scores a text gets. */
    public int heads() {
        return heads;
    }

    /** Where a model's scores begin. */
    public int offsetOf(LinearModel model) {
        int offset = 0;
        for (LinearModel each : models) {
            if (each == model) {
                return offset;
            }
            offset += each.heads();
        }
        throw new IllegalArgumentException("not in this bank: " + model.name());
    }

    /**
     * Scores the counted features of one text with every model.
     *
     * @param scores receives {@link #heads()} scores
     */
    public void score(FeatureCounter counter, float[] scores) {
        long[] notes = counter.notes();
        int known = look(counter, notes);
        int full = 0;
        int sparse = notes.length;
        float square = 0;
        for (int i = 0; i < known; i++) {
            long found = notes[i];
            float value = space.value((int) found & BYTE, (int) (found >>> OCCURRENCES_AT));
            square += value * value;
            long note = (long) Float.floatToRawIntBits(value) << Integer.SIZE | (found & PLACE) >>> Byte.SIZE;
            int length = (int) note & BYTE;
            if (length == FULL) {
                notes[full++] = note;
            } else if (length > 0) {
                notes[--sparse] = note;
            }
        }
        sumFullRows(notes, full, scores);
        addEntries(notes, sparse, scores);
        float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        for (int head = 0; head < heads; head++) {
            scores[head] = scores[head] * scale * largest[head] + bias[head];
        }
    }

    /**
     * Notes where the weights of each known feature are, and above that how often it occurs. Two loops without a branch: what
     * is waited for is memory, and so the waits overlap.
     */
    private int look(FeatureCounter counter, long[] notes) {
        int known = 0;
        int size = counter.size();
        for (int i = 0; i < size; i++) {
            int bucket = counter.bucket(i);
            int word = (bucket >> WORD_BITS) << 1;
            long bits = directory[word];
            int row = (int) directory[word + 1] + Long.bitCount(bits & ((1L << bucket) - 1));
            notes[known] = (long) Math.min(counter.occurrences(i), BYTE) << OCCURRENCES_AT | row;
            known += (int) (bits >>> bucket) & 1;
        }
        for (int i = 0; i < known; i++) {
            notes[i] = (notes[i] & ~PLACE) | rows[(int) notes[i]];
        }
        return known;
    }

    /** The last block may overlap the one before it: sums are set, not added. */
    private void sumFullRows(long[] notes, int size, float[] scores) {
        if (size == 0 || heads < BLOCK) {
            Arrays.fill(scores, 0, heads, 0);
            return;
        }
        for (int head = 0; head < heads; head += BLOCK) {
            sumBlock(notes, size, Math.min(head, heads - BLOCK), scores);
        }
    }

    /** One local variable per head, or the sums would go through memory once per feature. */
    private void sumBlock(long[] notes, int size, int head, float[] scores) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        for (int i = 0; i < size; i++) {
            float value = Float.intBitsToFloat((int) (notes[i] >>> Integer.SIZE));
            int at = ((int) notes[i] >>> Byte.SIZE) * heads + head;
            a += value * WeightScale.unit(fullRows[at]);
            b += value * WeightScale.unit(fullRows[at + 1]);
            c += value * WeightScale.unit(fullRows[at + 2]);
            d += value * WeightScale.unit(fullRows[at + 3]);
            e += value * WeightScale.unit(fullRows[at + 4]);
            f += value * WeightScale.unit(fullRows[at + 5]);
            g += value * WeightScale.unit(fullRows[at + 6]);
            h += value * WeightScale.unit(fullRows[at + 7]);
        }
        scores[head] = a;
        scores[head + 1] = b;
        scores[head + 2] = c;
        scores[head + 3] = d;
        scores[head + 4] = e;
        scores[head + 5] = f;
        scores[head + 6] = g;
        scores[head + 7] = h;
    }

    /** A note is a feature's value, where its entries start and how many they are. */
    private void addEntries(long[] notes, int from, float[] scores) {
        for (int i = notes.length - 1; i >= from; i--) {
            float value = Float.intBitsToFloat((int) (notes[i] >>> Integer.SIZE));
            int start = (int) notes[i] >>> Byte.SIZE;
            int end = start + ((int) notes[i] & BYTE);
            for (int at = start; at < end; at++) {
                int entry = entries[at];
                scores[entry >> Byte.SIZE] += value * WeightScale.unit((byte) entry);
            }
        }
    }

    private static long[] directory(long[] known) {
        long[] directory = new long[known.length * 2];
        long rows = 0;
        for (int i = 0; i < known.length; i++) {
            directory[2 * i] = known[i];
            directory[2 * i + 1] = rows;
            rows += Long.bitCount(known[i]);
        }
        return directory;
    }

    /** Places the weights of all models, feature by feature. */
    private final class Layout {
        private static final int MOST_STARTS = 1 << 24;

        private byte[] full = new byte[1 << 10];
        private short[] few = new short[1 << 10];
        private int fullSize;
        private int fewSize;

        Layout() {
            byte[] weights = new byte[heads];
            for (int row : commonFirst()) {
                int length = gather(row, weights);
                boolean isFull = heads >= BLOCK && length >= LEAST_OF_FULL_ROW;
                long start = isFull ? placeFull(weights) : placeFew(weights);
                rows[row] = start << (2 * Byte.SIZE) | (isFull ? FULL : length) << Byte.SIZE | space.step(row);
                if (start >= MOST_STARTS) {
                    throw new IllegalArgumentException("more than " + MOST_STARTS + " weights in one bank");
                }
            }
        }

        /** Texts are made of the common features: side by side, their weights stay in the nearest memory. */
        private int[] commonFirst() {
            int[] places = new int[BYTE + 2];
            for (int row = 0; row < rows.length; row++) {
                places[space.step(row) + 1]++;
            }
            Arrays.parallelPrefix(places, Integer::sum);
            int[] order = new int[rows.length];
            for (int row = 0; row < rows.length; row++) {
                order[places[space.step(row)]++] = row;
            }
            return order;
        }

        byte[] fullRows() {
            return Arrays.copyOf(full, fullSize);
        }

        /** Each entry is a head in the upper byte and its weight in the lower one. */
        short[] entries() {
            return Arrays.copyOf(few, fewSize);
        }

        /** How many of a feature's weights are not zero. */
        private int gather(int row, byte[] weights) {
            int count = 0;
            int head = 0;
            for (LinearModel model : models) {
                for (int own = 0; own < model.heads(); own++) {
                    weights[head] = model.weight(own, row);
                    count += weights[head++] == 0 ? 0 : 1;
                }
            }
            return count;
        }

        /** Returns the number of the full row. */
        private int placeFull(byte[] weights) {
            if (fullSize + heads > full.length) {
                full = Arrays.copyOf(full, full.length * 2 + heads);
            }
            int number = fullSize / heads;
            for (byte weight : weights) {
                full[fullSize++] = weight;
            }
            return number;
        }

        private int placeFew(byte[] weights) {
            if (fewSize + heads > few.length) {
                few = Arrays.copyOf(few, few.length * 2 + heads);
            }
            int start = fewSize;
            for (int head = 0; head < heads; head++) {
                if (weights[head] != 0) {
                    few[fewSize++] = (short) (head << Byte.SIZE | (weights[head] & BYTE));
                }
            }
            return start;
        }
    }
}
