package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Matters that more and more people speak of over days: too slow for a window of hours, and covered by a topic that as a
 * whole stays as usual. Reports are gathered by the resemblance of how they begin (leader clustering over grams weighted by
 * rarity, at least {@value #FEWEST_RARE} rare ones shared), located ones only with those beside them; what counts is people,
 * on different days. Bounded: {@value #MOST_MATTERS} matters; when reports come faster than one in five seconds, only
 * as many are read.
 */
final class Matters {
    private static final int MOST_MATTERS = 500;
    private static final int MOST_CHARACTERS = 40;
    private static final int FEWEST_GRAMS = 6;
    private static final int FEWEST_RARE = 2;
    private static final int ASKED_FOR = 20;
    private static final int FREQUENCY_BITS = 15;
    /** Of a hundred reports at most about one has a rare gram. */
    private static final double RARE = StrictMath.log(100);

    /** While nearly nothing was read everything looks equally rare. */
    private static final double RARE_AT_FIRST = StrictMath.log(5);

    private static final double RESEMBLES = 0.2;
    private static final double MOST_CREDIT = 300;
    private static final double CREDIT_PER_MILLI = 1 / 5_000.0;

    private static final String KEY = "matters";

    private final String world;
    private final GramFrequency frequency;
    private final Map<String, Matter> matters = new TreeMap<>();
    /** Those that any matter keeps, by their text; a shortcut only. */
    private final Map<String, Gram> index = new HashMap<>();

    private double credit = MOST_CREDIT;
    private long creditMillis;
    private boolean touched;
    private long lookUps;
    /** No matter was last spoken of before this. */
    private long oldestMillis;

    private Matters(String world, GramFrequency frequency) {
        this.world = world;
        this.frequency = frequency;
    }

    /** As they were saved. */
    static Matters load(String world, Memory memory) {
        GramFrequency frequency = memory.load(KEY + "-frequency", in -> GramFrequency.read(in, FREQUENCY_BITS));
        Matters all = new Matters(world, frequency == null ? new GramFrequency(FREQUENCY_BITS) : frequency);
        memory.load(KEY, in -> {
            all.credit = in.readDouble();
            all.creditMillis = in.readLong();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                Matter matter = Matter.read(in, text -> all.index.computeIfAbsent(text, Gram::new));
                all.matters.put(matter.id(), matter);
            }
            return all;
        });
        return all;
    }

    void save(Memory memory) {
        if (!touched) {
            return;
        }
        memory.save(KEY + "-frequency", frequency::write);
        memory.save(KEY, out -> {
            out.writeDouble(credit);
            out.writeLong(creditMillis);
            out.writeInt(matters.size());
            for (Matter matter : matters.values()) {
                matter.write(out);
            }
        });
        touched = false;
    }

    /** Takes a report, praise as well: a petition is polite, and what it asks for is not yet there. */
    Optional<Alert> see(Sighting sighting, CellMap cells, AlertBook book, long clockMillis) {
        if (sighting.device() || sighting.text().length() < FEWEST_GRAMS || !isAffordable(clockMillis)) {
            return Optional.empty();
        }
        Set<String> grams = Grams.of(sighting.text(), MOST_CHARACTERS);
        if (grams.size() < FEWEST_GRAMS) {
            return Optional.empty();
        }
        frequency.add(grams);
        String cell = cells.at(sighting.lat(), sighting.lon());
        Matter matter = find(grams, cell, cells, clockMillis);
        if (matter == null) {
            forget(clockMillis);
            matter = new Matter(
                    "W-" + Ids.report("alert", "matter", sighting.reportId()).substring(2));
            matters.put(matter.id(), matter);
        }
        matter.add(sighting, cell, clockMillis);
        count(matter, grams);
        return judge(matter, cells, book, clockMillis);
    }

    /** Clears an alert that nobody adds to any more. */
    Optional<Alert> review(Alert open, long nowMillis) {
        Matter matter = matters.get(open.id());
        if (matter != null && nowMillis - matter.lastMillis() < MatterState.WINDOW_MILLIS) {
            return Optional.empty();
        }
        if (matter != null) {
            drop(matter);
            touched = true;
        }
        return Optional.of(Alerts.cleared(open, Instant.ofEpochMilli(nowMillis)));
    }

    private boolean isAffordable(long clockMillis) {
        touched = true;
        credit = Math.min(MOST_CREDIT, credit + Math.max(0, clockMillis - creditMillis) * CREDIT_PER_MILLI);
        creditMillis = Math.max(creditMillis, clockMillis);
        if (credit < 1) {
            return false;
        }
        credit--;
        return true;
    }

    private Matter find(Set<String> grams, String cell, CellMap cells, long clockMillis) {
        GramFrequency.Weighed weighed = frequency.weigh(grams);
        Gram[] known = known(weighed);
        List<Matter> candidates = withRareGrams(weighed, known);
        List<String> beside = cell == null ? List.of() : cells.touching(cell);
        candidates.removeIf(matter -> clockMillis - matter.lastMillis() >= MatterState.WINDOW_MILLIS
                || !isBeside(matter.cell(), cell, beside));
        if (candidates.isEmpty()) {
            return null;
        }
        Gram[] asked = leastCommon(known);
        Matter best = null;
        double most = RESEMBLES;
        for (Matter matter : candidates) {
            if (!hasAny(matter.grams(), asked)) {
                continue;
            }
            double likeness = likeness(weighed, known, matter);
            boolean before = best != null && likeness == most && matter.id().compareTo(best.id()) < 0;
            if (likeness > most || before) {
                most = likeness;
                best = matter;
            }
        }
        return best;
    }

    /** The report's grams that any matter keeps, each where it stands there; null for the others. */
    private Gram[] known(GramFrequency.Weighed weighed) {
        Gram[] known = new Gram[weighed.grams().length];
        for (int i = 0; i < known.length; i++) {
            known[i] = index.get(weighed.grams()[i]);
        }
        return known;
    }

    /** Those that share enough rare grams: few do, and few must be compared. */
    private List<Matter> withRareGrams(GramFrequency.Weighed weighed, Gram[] known) {
        double rare = Math.min(RARE, Math.max(RARE_AT_FIRST, frequency.mostRarity() / 2));
        List<Matter> found = new ArrayList<>();
        lookUps++;
        for (int i = 0; i < known.length; i++) {
            if (known[i] != null && weighed.rarities()[i] >= rare) {
                for (Matter matter : known[i].keepers()) {
                    if (matter.findBy(lookUps) == FEWEST_RARE) {
                        found.add(matter);
                    }
                }
            }
        }
        return found;
    }

    /** Of those that any matter has the ones that the fewest have, these first. */
    private static Gram[] leastCommon(Gram[] known) {
        return Arrays.stream(known)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(gram -> gram.keepers().size()))
                .limit(ASKED_FOR)
                .toArray(Gram[]::new);
    }

    /** Asks for the more common ones first, since they are found sooner. */
    private static boolean hasAny(GramCounts grams, Gram[] asked) {
        for (int i = asked.length - 1; i >= 0; i--) {
            if (grams.get(asked[i]) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Share of the report's grams, by rarity, that are usual in the matter, 0 to 1. */
    private static double likeness(GramFrequency.Weighed weighed, Gram[] known, Matter matter) {
        if (weighed.sum() <= 0) {
            return 0;
        }
        double shared = 0;
        for (int i = 0; i < known.length; i++) {
            int in = known[i] == null ? 0 : matter.grams().get(known[i]);
            shared += in == 0 ? 0 : weighed.rarities()[i] * Math.min(1, 2.0 * in / matter.size());
        }
        return shared / weighed.sum();
    }

    private static boolean isBeside(String a, String b, List<String> besideB) {
        return a == null || b == null || a.equals(b) || besideB.contains(a);
    }

    private Optional<Alert> judge(Matter matter, CellMap cells, AlertBook book, long clockMillis) {
        MatterState state = MatterState.of(matter, clockMillis);
        Alert told = book.findById(matter.id()).map(StandingAlert::alert).orElse(null);
        if (state == null || !state.isNews(matter, told)) {
            return Optional.empty();
        }
        matter.tellPeople(state.people());
        List<String> words = frequency.tellingWords(matter.grams().byText(), matter.size());
        return Optional.of(state.alert(world, matter, words, cells, told));
    }

    private void forget(long clockMillis) {
        if (clockMillis - oldestMillis >= 2 * MatterState.WINDOW_MILLIS) {
            matters.values().stream()
                    .filter(matter -> clockMillis - matter.lastMillis() >= 2 * MatterState.WINDOW_MILLIS)
                    .toList()
                    .forEach(this::drop);
            oldestMillis = matters.values().stream()
                    .mapToLong(Matter::lastMillis)
                    .min()
                    .orElse(clockMillis);
        }
        if (matters.size() >= MOST_MATTERS) {
            Matter least = null;
            for (Matter matter : matters.values()) {
                least = least == null || matter.isLessThan(least) ? matter : least;
            }
            drop(least);
        }
    }

    /** Counts these grams of one of its reports, as many as it keeps. */
    private void count(Matter matter, Set<String> grams) {
        for (String text : grams) {
            Gram gram = index.get(text);
            if (gram == null && matter.grams().hasRoom()) {
                gram = new Gram(text);
                index.put(text, gram);
            }
            if (gram != null && matter.grams().add(gram, 1)) {
                gram.add(matter);
            }
        }
    }

    private void drop(Matter matter) {
        matters.remove(matter.id());
        matter.grams().forEach((gram, count) -> {
            gram.remove(matter);
            if (gram.keepers().isEmpty()) {
                index.remove(gram.text());
            }
        });
    }
}
