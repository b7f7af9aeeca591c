package io.watchfloor.pipeline.study;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Understanding;
import io.watchfloor.pipeline.rule.Clues;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Merges made-up reports as the pipeline does, without Flink: every open incident is asked about. */
final class StudyRun {
    /** One report weighed against one open incident, and whether it is of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Example(double[] clues, boolean same) {}

    private final PlaceFinder places;
    private final ReportReader reader = ReportReader.trained();
    private final TextSketcher sketcher = new TextSketcher();
    private final Reposts reposts = new Reposts();

    private final double misread;
    private final Random random = new Random(5);

    /**
     * A run.
     *
     * @param misread share of the types not named by the feed that are read wrongly on top of what the reader errs
     */
    StudyRun(PlaceFinder places, double misread) {
        this.places = places;
        this.misread = misread;
    }

    private ReadReport read(StudyReport labelled) {
        Understanding understanding = reader.read(labelled.report(), places);
        return ReadReport.of(labelled.report(), misread(understanding), sketcher);
    }

    /** A reader meets words it does not know: then it says so, or takes them for something else. */
    private Understanding misread(Understanding read) {
        if (misread == 0 || read.typeConfidence() == 1 || random.nextDouble() >= misread) {
            return read;
        }
        boolean saysSo = random.nextInt(3) == 0;
        List<IncidentType> types = IncidentTypes.listAll();
        return new Understanding(
                read.language(),
                saysSo
                        ? IncidentTypes.OTHER
                        : types.get(random.nextInt(types.size())).code(),
                saysSo ? 0 : 0.3 + 0.7 * random.nextDouble(),
                read.grade(),
                read.mood(),
                read.wish(),
                read.evidence(),
                read.place());
    }

    /** The incident of each report. */
    List<String> merge(List<StudyReport> reports, MergeRule rule) {
        Map<String, OpenIncident> open = new HashMap<>();
        List<String> incidents = new ArrayList<>();
        for (StudyReport labelled : reports) {
            ReadReport read = read(labelled);
            long clock = labelled.report().receivedAt().toEpochMilli();
            open.values().removeIf(incident -> Retention.isOver(incident, clock));
            Optional<Match> match = rule.best(read, open.values());
            OpenIncident after = match.isPresent()
                    ? Joining.join(match.get().incident(), read, clock)
                    : Joining.open(read, bands(read), clock);
            open.put(after.id(), after);
            incidents.add(after.id());
        }
        return incidents;
    }

    /** What a rule that has been right so far would be asked. */
    List<Example> examples(List<StudyReport> reports) {
        Map<Integer, OpenIncident> open = new HashMap<>();
        List<Example> examples = new ArrayList<>();
        for (StudyReport labelled : reports) {
            ReadReport read = read(labelled);
            long clock = labelled.report().receivedAt().toEpochMilli();
            open.values().removeIf(incident -> Retention.isOver(incident, clock));
            open.forEach((event, incident) -> {
                double[] clues = Clues.of(read, incident);
                if (clues != null) {
                    examples.add(new Example(clues, event == labelled.event()));
                }
            });
            OpenIncident before = open.get(labelled.event());
            open.put(
                    labelled.event(),
                    before == null ? Joining.open(read, bands(read), clock) : Joining.join(before, read, clock));
        }
        return examples;
    }

    private int[] bands(ReadReport read) {
        return read.isLocated() ? new int[0] : reposts.bands(read.report().text());
    }
}
