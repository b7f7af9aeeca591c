package io.watchfloor.pipeline.warn.rule;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All that is remembered, in use as objects and at rest as bytes: loaded when first asked for, saved by {@link #save}
 * when touched since. At most one series per topic and cell, and one model per topic.
 */
final class Memory {
    /** Stands for the whole area, and for all topics together. */
    static final String ALL = "*";

    private static final int VERSION = 1;

    private final Blobs blobs;
    /** By topic, then by cell: no key is put together to find one. */
    private final Map<String, Map<String, Kept<Series>>> series = new HashMap<>();

    private final Map<String, Kept<TopicModel>> models = new HashMap<>();
    private final List<Kept<?>> touched = new ArrayList<>();

    /** Something in use; its value is null when nothing is known of it. */
    private static final class Kept<T> {
        private final String key;
        private final Function<T, Writing> writing;
        private T value;
        private boolean isTouched;

        Kept(String key, T value, Function<T, Writing> writing) {
            this.key = key;
            this.value = value;
            this.writing = writing;
        }

        void saveTo(Memory memory) {
            isTouched = false;
            if (value != null) {
                memory.save(key, writing.apply(value));
            }
        }
    }

    /** Something that can be written. */
    @FunctionalInterface
    interface Writing {
        void to(DataOutput out) throws IOException;
    }

    /** Something that can be read back. */
    @FunctionalInterface
    interface Reading<T> {
        T from(DataInput in) throws IOException;
    }

    Memory(Blobs blobs) {
        this.blobs = blobs;
    }

    /** The series; a new one from this bin on when there was none. Counts as touched. */
    Series series(String topic, String cell, long bin) {
        Kept<Series> kept = kept(topic, cell);
        if (kept.value == null) {
            kept.value = new Series(bin);
        }
        touch(kept);
        return kept.value;
    }

    /** The series; null when nothing was ever counted there. */
    Series findSeries(String topic, String cell) {
        return kept(topic, cell).value;
    }

    private Kept<Series> kept(String topic, String cell) {
        Map<String, Kept<Series>> byCell = series.get(topic);
        if (byCell == null) {
            byCell = new HashMap<>();
            series.put(topic, byCell);
        }
        Kept<Series> kept = byCell.get(cell);
        if (kept == null) {
            String key = seriesKey(topic, cell);
            kept = new Kept<>(key, load(key, Series::read), value -> value::write);
            byCell.put(cell, kept);
        }
        return kept;
    }

    /** What is usual for the topic; a new one from this hour on when there was none. Counts as touched. */
    TopicModel model(String topic, long hour) {
        Kept<TopicModel> kept = models.get(topic);
        if (kept == null) {
            String key = modelKey(topic);
            TopicModel loaded = load(key, TopicModel::read);
            kept = new Kept<>(key, loaded == null ? new TopicModel(hour) : loaded, value -> value::write);
            models.put(topic, kept);
        }
        touch(kept);
        return kept.value;
    }

    /** Notes that a series has changed. */
    void touch(String topic, String cell) {
        touch(kept(topic, cell));
    }

    private void touch(Kept<?> kept) {
        if (!kept.isTouched) {
            kept.isTouched = true;
            touched.add(kept);
        }
    }

    /** Saves what was touched since the last time. */
    void save() {
        touched.forEach(kept -> kept.saveTo(this));
        touched.clear();
    }

    void save(String key, Writing what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(VERSION);
            what.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        blobs.save(key, bytes.toByteArray());
    }

    <T> T load(String key, Reading<T> how) {
        byte[] bytes = blobs.load(key);
        if (bytes == null) {
            return null;
        }
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("state of warning is of version " + version + ", not " + VERSION);
            }
            return how.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException("state of warning under " + key + " is cut short", e);
        }
    }

    private static String seriesKey(String topic, String cell) {
        return "s|" + topic + "|" + cell;
    }

    private static String modelKey(String topic) {
        return "m|" + topic;
    }
}
