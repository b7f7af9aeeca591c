package io.watchfloor.pipeline.warn.rule;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reports that speak of one matter, over days. Bounded: the first {@value #MOST_GRAMS} grams, the newest
 * {@value #MOST_VOICES} reports. Of who reports only a hash is kept.
 */
final class Matter {
    private static final int MOST_GRAMS = 120;
    private static final int MOST_VOICES = 200;
    private static final long DAY_MILLIS = 24 * 3_600_000L;

    /** One report: whose, when. */
    private record Voice(String reportId, long who, long atMillis) {}

    private final String id;
    /** Where its first located report was; null for nowhere yet. */
    private String cell;

    private final GramCounts grams = new GramCounts(MOST_GRAMS);
    private final Map<String, Integer> topics = new HashMap<>();
    private final Deque<Voice> voices = new ArrayDeque<>();
    private int size;
    private long lastMillis;
    /** Most people it was told of with; 0 while it was not. */
    private int toldPeople;

    private long foundBy;
    private int foundTimes;

    Matter(String id) {
        this.id = id;
    }

    /** Takes a report; its grams are counted by themselves. */
    void add(Sighting sighting, String where, long clockMillis) {
        size++;
        cell = cell == null ? where : cell;
        topics.merge(sighting.topic(), 1, Integer::sum);
        if (voices.size() == MOST_VOICES) {
            voices.removeFirst();
        }
        voices.addLast(new Voice(sighting.reportId(), sighting.who(), clockMillis));
        lastMillis = clockMillis;
    }

    /** How many times it has been found by this look-up, this time included. */
    int findBy(long lookUp) {
        foundTimes = foundBy == lookUp ? foundTimes + 1 : 1;
        foundBy = lookUp;
        return foundTimes;
    }

    GramCounts grams() {
        return grams;
    }

    int size() {
        return size;
    }

    String id() {
        return id;
    }

    String cell() {
        return cell;
    }

    int toldPeople() {
        return toldPeople;
    }

    void tellPeople(int people) {
        toldPeople = people;
    }

    long lastMillis() {
        return lastMillis;
    }

    /** Whether it gives way to this one: told of to fewer people, left alone for longer, of fewer reports; never to itself. */
    boolean isLessThan(Matter other) {
        if (toldPeople != other.toldPeople) {
            return toldPeople < other.toldPeople;
        }
        long worth = lastMillis + (size - 1L) * DAY_MILLIS;
        long otherWorth = other.lastMillis + (other.size - 1L) * DAY_MILLIS;
        return worth != otherWorth ? worth < otherWorth : id.compareTo(other.id) < 0;
    }

    /** Different people from the one time until before the other. */
    int people(long fromMillis, long untilMillis) {
        long[] people = new long[voices.size()];
        int heard = 0;
        for (Voice voice : voices) {
            if (voice.atMillis() >= fromMillis && voice.atMillis() < untilMillis) {
                people[heard++] = voice.who();
            }
        }
        Arrays.sort(people, 0, heard);
        int different = 0;
        for (int i = 0; i < heard; i++) {
            different += i == 0 || people[i] != people[i - 1] ? 1 : 0;
        }
        return different;
    }

    /** Days since then, 63 at most, that somebody spoke of it on, counted back from now. */
    int days(long sinceMillis, long nowMillis) {
        long days = 0; // one bit each
        for (Voice voice : voices) {
            if (voice.atMillis() >= sinceMillis) {
                days |= 1L << ((nowMillis - voice.atMillis()) / DAY_MILLIS);
            }
        }
        return Long.bitCount(days);
    }

    /** Reports from the one time until before the other. */
    int reports(long fromMillis, long untilMillis) {
        return (int) voices.stream()
                .filter(voice -> voice.atMillis() >= fromMillis && voice.atMillis() < untilMillis)
                .count();
    }

    /** The topic that most of its reports were read as. */
    String topic() {
        return topics.entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /** The newest reports, newest first. */
    List<String> newest(int most) {
        List<String> ids = new ArrayList<>();
        for (Iterator<Voice> all = voices.descendingIterator(); all.hasNext() && ids.size() < most; ) {
            ids.add(all.next().reportId());
        }
        return ids;
    }

    /** Writes it. */
    void write(DataOutput out) throws IOException {
        out.writeUTF(id);
        out.writeUTF(cell == null ? "" : cell);
        out.writeInt(size);
        out.writeInt(toldPeople);
        for (Map<String, Integer> counts : List.of(grams.byText(), topics)) {
            out.writeInt(counts.size());
            for (Map.Entry<String, Integer> count : counts.entrySet()) {
                out.writeUTF(count.getKey());
                out.writeInt(count.getValue());
            }
        }
        out.writeInt(voices.size());
        for (Voice voice : voices) {
            out.writeUTF(voice.reportId());
            out.writeLong(voice.who());
            out.writeLong(voice.atMillis());
        }
    }

    /** Reads what {@link #write} wrote, and enters it with its grams. */
    static Matter read(DataInput in, Function<String, Gram> gramOf) throws IOException {
        Matter matter = new Matter(in.readUTF());
        String cell = in.readUTF();
        matter.cell = cell.isEmpty() ? null : cell;
        matter.size = in.readInt();
        matter.toldPeople = in.readInt();
        for (int i = in.readInt(); i > 0; i--) {
            Gram gram = gramOf.apply(in.readUTF());
            matter.grams.add(gram, in.readInt());
            gram.add(matter);
        }
        for (int i = in.readInt(); i > 0; i--) {
            String topic = in.readUTF();
            matter.topics.put(topic, in.readInt());
        }
        int reports = in.readInt();
        for (int i = 0; i < reports; i++) {
            matter.voices.addLast(new Voice(in.readUTF(), in.readLong(), in.readLong()));
        }
        matter.lastMillis = matter.voices.getLast().atMillis();
        return matter;
    }
}
