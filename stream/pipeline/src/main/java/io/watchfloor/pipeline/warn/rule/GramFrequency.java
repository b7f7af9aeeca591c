package io.watchfloor.pipeline.warn.rule;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In how many reports a gram stands, roughly and forgetfully: a table of hashes of fixed size. */
final class GramFrequency {
    /** From here on everything is halved, so that the table keeps to the last thousands of reports. */
    private static final float MOST = 4_000;

    private static final double RARITY_PRIOR = 20;
    private static final int MOST_WORDS = 6;
    private static final double IN_SHARE = 0.4;
    private static final int LONGEST_WORD = 6;

    private final int bits;
    private final float[] counts;
    private float reports;

    /** A table of two to the power of so many counts. */
    GramFrequency(int bits) {
        this.bits = bits;
        this.counts = new float[1 << bits];
    }

    void add(Set<String> grams) {
        reports++;
        grams.forEach(gram -> counts[slot(gram)]++);
        if (reports > MOST) {
            reports /= 2;
            for (int i = 0; i < counts.length; i++) {
                counts[i] /= 2;
            }
        }
    }

    /** Log of how rare the gram is; what stands in every report weighs nothing. */
    private double rarity(String gram) {
        return StrictMath.log((reports + RARITY_PRIOR) / (counts[slot(gram)] + 1));
    }

    /** How rare a gram is that was never seen. */
    double mostRarity() {
        return StrictMath.log(reports + RARITY_PRIOR);
    }

    /** A report's grams and how rare each is, for comparing it with many clusters. */
    Weighed weigh(Set<String> grams) {
        String[] all = grams.toArray(new String[0]);
        double[] rarities = new double[all.length];
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            rarities[i] = rarity(all[i]);
            sum += rarities[i];
        }
        return new Weighed(all, rarities, sum);
    }

    /** Grams with their rarity; made once for a report, since a logarithm is costly. */
    @SuppressWarnings("ArrayRecordComponent") // lives as long as one report is looked at
    record Weighed(String[] grams, double[] rarities, double sum) {
        /** Share of the grams, by rarity, that are usual among so many reports, 0 to 1. */
        double likeness(Map<String, Integer> usual, int size) {
            if (sum <= 0) {
                return 0;
            }
            double shared = 0;
            for (int i = 0; i < grams.length; i++) {
                Integer in = usual.get(grams[i]);
                shared += in == null ? 0 : rarities[i] * Math.min(1, 2.0 * in / size);
            }
            return shared / sum;
        }
    }

    /** What so many reports have in common and others have not, most telling first. */
    List<String> tellingWords(Map<String, Integer> usual, int size) {
        List<String> grams = usual.entrySet().stream()
                .filter(entry -> entry.getValue() >= IN_SHARE * size)
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<String, Integer> entry) -> -entry.getValue() * rarity(entry.getKey()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(3 * MOST_WORDS)
                .toList();
        return joined(grams).stream().limit(MOST_WORDS).toList();
    }

    /** Pairs that overlap are one word: 电动 and 动车 are 电动车. */
    private static List<String> joined(List<String> grams) {
        List<String> words = new ArrayList<>();
        for (String gram : grams) {
            if (words.stream().noneMatch(word -> word.contains(gram))) {
                words.add(gram);
                joinLast(words);
            }
        }
        return words;
    }

    /** Joins the last word to whichever it overlaps, as long as there is one. */
    private static void joinLast(List<String> words) {
        String last = words.get(words.size() - 1);
        for (int i = 0; i < words.size() - 1; i++) {
            String whole = overlap(words.get(i), last);
            if (whole != null) {
                words.remove(words.size() - 1);
                words.remove(i);
                words.add(i, whole);
                for (int k = 0; k < words.size(); k++) {
                    String other = k == i ? null : overlap(whole, words.get(k));
                    if (other != null) {
                        words.set(i, other);
                        words.remove(k);
                        return;
                    }
                }
                return;
            }
        }
    }

    /** The two as one word; null when they do not overlap. */
    private static String overlap(String a, String b) {
        boolean chinese = Character.isIdeographic(a.charAt(0)) && Character.isIdeographic(b.charAt(0));
        if (!chinese || a.length() + b.length() > LONGEST_WORD + 1) {
            return null;
        }
        if (a.charAt(a.length() - 1) == b.charAt(0)) {
            return a + b.substring(1);
        }
        return b.charAt(b.length() - 1) == a.charAt(0) ? b + a.substring(1) : null;
    }

    private int slot(String gram) {
        int hash = gram.hashCode() * 0x9E3779B1;
        return hash >>> (Integer.SIZE - bits);
    }

    /** Writes it. */
    void write(DataOutput out) throws IOException {
        out.writeFloat(reports);
        for (float count : counts) {
            out.writeFloat(count);
        }
    }

    /** Reads what {@link #write} wrote. */
    static GramFrequency read(DataInput in, int bits) throws IOException {
        GramFrequency frequency = new GramFrequency(bits);
        frequency.reports = in.readFloat();
        for (int i = 0; i < frequency.counts.length; i++) {
            frequency.counts[i] = in.readFloat();
        }
        return frequency;
    }
}
