package io.watchfloor.pipeline.warn.rule;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How large rises usually become here: twelve reports too many are much where rises end at fifteen, and little where they
 * end at fifty. A rise is what is notable in cells that touch, within a day; what it came to is learned a day after it
 * began. Logarithms of reports beyond what is usual, per topic, shrunk to the area's. Bounded: {@value #MOST_OPEN} that
 * go on.
 */
final class PastRises {
    /** What is more likely than this by chance is not taken for a rise. */
    static final double NOTABLE = 1e-4;

    private static final int MOST_OPEN = 256;
    private static final long LASTS_MILLIS = 24 * 3_600_000L;
    /** Before any was seen: twelve reports, as sure as after three rises. */
    private static final double PRIOR = StrictMath.log(1 + 12.0);

    private static final double AREA_PRIOR = 3;
    private static final double TOPIC_PRIOR = 6;
    /** Half of it is forgotten after thirty more. */
    private static final double KEPT = StrictMath.exp(-StrictMath.log(2) / 30);

    private static final String KEY = "pastrises";

    private final List<Open> open = new ArrayList<>();
    private final Map<String, Sum> sums = new TreeMap<>();
    private boolean touched;

    /** One that goes on. */
    private static final class Open {
        private final String topic;
        private final long beganMillis;
        private final Set<String> cellIds = new HashSet<>();
        private double most;

        Open(String topic, long beganMillis) {
            this.topic = topic;
            this.beganMillis = beganMillis;
        }
    }

    /** Forgetful. */
    private static final class Sum {
        private double count;
        private double logs;

        void add(double log) {
            count = count * KEPT + 1;
            logs = logs * KEPT + log;
        }
    }

    /** As it was saved. */
    static PastRises load(Memory memory) {
        PastRises saved = memory.load(KEY, PastRises::read);
        return saved == null ? new PastRises() : saved;
    }

    void save(Memory memory) {
        if (touched) {
            memory.save(KEY, this::write);
            touched = false;
        }
    }

    /** Logarithm of one and the reports too many that a rise of the topic comes to on average. */
    double usual(String topic) {
        Sum area = sums.get(Memory.ALL);
        Sum own = sums.get(topic);
        double ofArea =
                ((area == null ? 0 : area.logs) + AREA_PRIOR * PRIOR) / ((area == null ? 0 : area.count) + AREA_PRIOR);
        return own == null ? ofArea : (own.logs + TOPIC_PRIOR * ofArea) / (own.count + TOPIC_PRIOR);
    }

    /** Takes a rise in cells as it is now. */
    void see(Rise rise, CellMap cells, long clockMillis) {
        if (rise.tail() > NOTABLE) {
            return;
        }
        touched = true;
        end(clockMillis);
        Open part = find(rise, cells);
        if (part == null) {
            if (open.size() == MOST_OPEN) {
                return;
            }
            part = new Open(rise.topic(), clockMillis);
            open.add(part);
        }
        part.cellIds.addAll(rise.cellIds());
        part.most = Math.max(part.most, rise.count() - rise.expected());
    }

    private Open find(Rise rise, CellMap cells) {
        for (Open one : open) {
            if (one.topic.equals(rise.topic()) && rise.cellIds().stream().anyMatch(cell -> isThere(one, cell, cells))) {
                return one;
            }
        }
        return null;
    }

    private static boolean isThere(Open one, String cell, CellMap cells) {
        return one.cellIds.contains(cell) || cells.touching(cell).stream().anyMatch(one.cellIds::contains);
    }

    /** Learns from those that began a day ago. */
    private void end(long clockMillis) {
        for (Iterator<Open> all = open.iterator(); all.hasNext(); ) {
            Open one = all.next();
            if (clockMillis - one.beganMillis >= LASTS_MILLIS) {
                double log = StrictMath.log(1 + Math.max(0, one.most));
                sums.computeIfAbsent(one.topic, topic -> new Sum()).add(log);
                sums.computeIfAbsent(Memory.ALL, topic -> new Sum()).add(log);
                all.remove();
            }
        }
    }

    private void write(DataOutput out) throws IOException {
        out.writeInt(open.size());
        for (Open one : open) {
            out.writeUTF(one.topic);
            out.writeLong(one.beganMillis);
            out.writeDouble(one.most);
            out.writeInt(one.cellIds.size());
            for (String cell : one.cellIds) {
                out.writeUTF(cell);
            }
        }
        out.writeInt(sums.size());
        for (Map.Entry<String, Sum> sum : sums.entrySet()) {
            out.writeUTF(sum.getKey());
            out.writeDouble(sum.getValue().count);
            out.writeDouble(sum.getValue().logs);
        }
    }

    private static PastRises read(DataInput in) throws IOException {
        PastRises past = new PastRises();
        int going = in.readInt();
        for (int i = 0; i < going; i++) {
            Open one = new Open(in.readUTF(), in.readLong());
            one.most = in.readDouble();
            int cells = in.readInt();
            for (int k = 0; k < cells; k++) {
                one.cellIds.add(in.readUTF());
            }
            past.open.add(one);
        }
        int topics = in.readInt();
        for (int i = 0; i < topics; i++) {
            Sum sum = new Sum();
            past.sums.put(in.readUTF(), sum);
            sum.count = in.readDouble();
            sum.logs = in.readDouble();
        }
        return past;
    }
}
