package io.watchfloor.pipeline.study;

import io.watchfloor.contract.Report;
import io.watchfloor.contract.TypeGuess;
import io.watchfloor.contract.Understanding;
import io.watchfloor.pipeline.rule.Clues;
import io.watchfloor.pipeline.rule.Footprint;
import io.watchfloor.pipeline.rule.Joining;
import io.watchfloor.pipeline.rule.Match;
import io.watchfloor.pipeline.rule.MergeRule;
import io.watchfloor.pipeline.rule.OpenIncident;
import io.watchfloor.pipeline.rule.ReadReport;
import io.watchfloor.pipeline.rule.Retention;
import io.watchfloor.text.ReportReader;
import io.watchfloor.text.place.PlaceFinder;
import io.watchfloor.text.similar.Reposts;
import io.watchfloor.text.similar.TextSketcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Merges made-up reports as the pipeline does, without Flink: every open incident is asked about. */
final class StudyRun {
    /** One report weighed against one open incident, and whether it is of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Example(double[] clues, boolean same) {}

    /**
     * What came out.
     *
     * @param incidents of each report
     * @param types of each incident in the end, by its id
     */
    record Merged(List<String> incidents, Map<String, String> types) {
        String typeAt(int report) {
            return types.get(incidents.get(report));
        }
    }

    private static final int ROUNDS = 3;
    private static final double TOLD = 0.95;
    /** Of no script, and parting the words around it. */
    private static final String UNKNOWN = " … ";

    private final PlaceFinder places;
    private final ReportReader reader = ReportReader.trained();
    private final TextSketcher sketcher = new TextSketcher();
    private final Reposts reposts = new Reposts();

    private final IdentityHashMap<StudyReport, ReadReport> known = new IdentityHashMap<>();
    private final double forgotten;
    private final boolean toldTypes;

    /**
     * A run.
     *
     * @param forgotten share of the words by which types are told that the reader is made not to know: it knows those of
     *     the vocabulary that the weights are fitted on better than those that will come
     */
    StudyRun(PlaceFinder places, double forgotten) {
        this(places, forgotten, false);
    }

    private StudyRun(PlaceFinder places, double forgotten, boolean toldTypes) {
        this.places = places;
        this.forgotten = forgotten;
        this.toldTypes = toldTypes;
    }

    /** A run whose reader gets every type right, and is sure of it: what is lost then is not the reader's. */
    static StudyRun withTypesTold(PlaceFinder places) {
        return new StudyRun(places, 0, true);
    }

    /** Share of the reports whose feed named no type and of which the type read is the right one. */
    double typesRight(List<StudyReport> reports) {
        List<StudyReport> open =
                reports.stream().filter(r -> r.report().type() == null).toList();
        return (double) open.stream()
                        .filter(r -> read(r).type().equals(r.type()))
                        .count()
                / open.size();
    }

    /** Read once: a fit asks for the same town again. */
    private ReadReport read(StudyReport labelled) {
        return known.computeIfAbsent(labelled, this::readAnew);
    }

    private ReadReport readAnew(StudyReport labelled) {
        Understanding read = reader.read(labelled.report(), places);
        Understanding asIf = toldTypes
                ? typed(read, labelled.type(), TOLD, List.of())
                : forgotten == 0 ? read : forgetful(labelled.report(), read);
        return ReadReport.of(labelled.report(), asIf, sketcher);
    }

    private static Understanding typed(Understanding read, String type, double confidence, List<TypeGuess> others) {
        return new Understanding(
                read.language(),
                type,
                confidence,
                read.grade(),
                read.mood(),
                read.wish(),
                read.evidence(),
                read.place(),
                others);
    }

    /** What a reader makes of it that does not know some words: those told by their hash, everywhere the same. */
    private Understanding forgetful(Report report, Understanding read) {
        Understanding left = read;
        String text = report.text().toLowerCase(Locale.ROOT);
        for (int round = 0; round < ROUNDS && report.type() == null; round++) {
            String fewer = text;
            for (String word : left.evidence()) {
                boolean isForgotten = ((word.hashCode() * 0x9E3779B9) >>> 8) % 1_000 < forgotten * 1_000;
                fewer = isForgotten ? fewer.replace(word, UNKNOWN) : fewer;
            }
            if (fewer.equals(text)) {
                break;
            }
            text = fewer;
            left = reader.read(report.saying(text), places);
        }
        return typed(read, left.type(), left.typeConfidence(), left.otherTypes());
    }

    /** The incident of each report. */
    List<String> merge(List<StudyReport> reports, MergeRule rule) {
        return mergeWithTypes(reports, rule).incidents();
    }

    /** The incident of each report, and its type in the end. */
    Merged mergeWithTypes(List<StudyReport> reports, MergeRule rule) {
        Map<String, Footprint> open = new HashMap<>();
        Map<String, String> types = new HashMap<>();
        List<String> incidents = new ArrayList<>();
        for (StudyReport labelled : reports) {
            ReadReport read = read(labelled);
            long clock = labelled.report().receivedAt().toEpochMilli();
            open.values().removeIf(incident -> Retention.isOver(incident.incident(), clock));
            Optional<Match> match = rule.best(read, open.values());
            OpenIncident after = merged(match, read, clock);
            open.put(after.id(), Footprint.of(after));
            types.put(after.id(), after.type());
            incidents.add(after.id());
        }
        return new Merged(incidents, types);
    }

    /** What this rule is asked, its own earlier errors included: each report against each incident it may be of. */
    List<Example> examples(List<StudyReport> reports, MergeRule rule) {
        Map<String, Footprint> open = new HashMap<>();
        Map<String, Map<Integer, Integer>> events = new HashMap<>();
        List<Example> examples = new ArrayList<>();
        for (StudyReport labelled : reports) {
            ReadReport read = read(labelled);
            long clock = labelled.report().receivedAt().toEpochMilli();
            open.values().removeIf(incident -> Retention.isOver(incident.incident(), clock));
            for (Footprint incident : open.values()) {
                double[] clues = Clues.of(read, incident);
                if (clues != null) {
                    examples.add(new Example(
                            clues, mostly(events.get(incident.incident().id())) == labelled.event()));
                }
            }
            Optional<Match> match = rule.best(read, open.values());
            OpenIncident after = merged(match, read, clock);
            open.put(after.id(), Footprint.of(after));
            events.computeIfAbsent(after.id(), id -> new HashMap<>()).merge(labelled.event(), 1, Integer::sum);
        }
        return examples;
    }

    private OpenIncident merged(Optional<Match> match, ReadReport read, long clock) {
        return match.isPresent()
                ? Joining.join(match.get().incident(), read, clock)
                : Joining.open(read, bands(read), clock);
    }

    private static int mostly(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    /** What a rule that has been right so far would be asked. */
    List<Example> examples(List<StudyReport> reports) {
        Map<Integer, Footprint> open = new HashMap<>();
        List<Example> examples = new ArrayList<>();
        for (StudyReport labelled : reports) {
            ReadReport read = read(labelled);
            long clock = labelled.report().receivedAt().toEpochMilli();
            open.values().removeIf(incident -> Retention.isOver(incident.incident(), clock));
            open.forEach((event, incident) -> {
                double[] clues = Clues.of(read, incident);
                if (clues != null) {
                    examples.add(new Example(clues, event == labelled.event()));
                }
            });
            Footprint before = open.get(labelled.event());
            OpenIncident after = before == null
                    ? Joining.open(read, bands(read), clock)
                    : Joining.join(before.incident(), read, clock);
            open.put(labelled.event(), Footprint.of(after));
        }
        return examples;
    }

    private int[] bands(ReadReport read) {
        return read.isLocated() ? new int[0] : reposts.bands(read.report().text());
    }
}
