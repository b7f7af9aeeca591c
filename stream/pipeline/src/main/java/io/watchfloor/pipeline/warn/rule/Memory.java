package io.watchfloor.pipeline.warn.rule;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * All that is remembered, in use as objects and at rest as bytes: loaded when first asked for, saved by {@link #save}
 * when touched since. At most one series per topic and cell, and one model per topic.
 */
final class Memory {
    /** Stands for the whole area, and for all topics together. */
    static final String ALL = "*";

    private static final int VERSION = 1;

    private final Blobs blobs;
    private final Map<String, Series> series = new HashMap<>();
    private final Map<String, TopicModel> models = new HashMap<>();
    private final TreeSet<String> touched = new TreeSet<>();

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
        String key = seriesKey(topic, cell);
        Series found = findSeries(topic, cell);
        if (found == null) {
            found = new Series(bin);
            series.put(key, found);
        }
        touched.add(key);
        return found;
    }

    /** The series; null when nothing was ever counted there. */
    Series findSeries(String topic, String cell) {
        String key = seriesKey(topic, cell);
        if (!series.containsKey(key)) {
            series.put(key, load(key, Series::read));
        }
        return series.get(key);
    }

    /** What is usual for the topic; a new one from this hour on when there was none. Counts as touched. */
    TopicModel model(String topic, long hour) {
        String key = modelKey(topic);
        TopicModel found = models.get(key);
        if (found == null) {
            TopicModel loaded = load(key, TopicModel::read);
            found = loaded == null ? new TopicModel(hour) : loaded;
            models.put(key, found);
        }
        touched.add(key);
        return found;
    }

    /** Notes that a series has changed. */
    void touch(String topic, String cell) {
        touched.add(seriesKey(topic, cell));
    }

    /** Saves what was touched since the last time. */
    void save() {
        for (String key : touched) {
            TopicModel model = models.get(key);
            Series of = series.get(key);
            if (model != null) {
                save(key, model::write);
            } else if (of != null) {
                save(key, of::write);
            }
        }
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
