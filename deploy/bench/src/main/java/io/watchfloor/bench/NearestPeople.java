package io.watchfloor.bench;

import io.watchfloor.graph.Graph;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.candidate.Dispatcher;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictFiles;
import io.watchfloor.graph.district.Uploads;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The same question to three: who are the eight nearest who can go? To our projection, which walks the roads and gives
 * reasons, a team and who was passed over; to PostGIS and to Neo4j, which give ids by straight-line distance. Figures are
 * processor time where the answering process can be told apart, and time by the clock beside it.
 */
final class NearestPeople {
    private static final int WARM_UP = 500;
    private static final int MEASURED = 2_000;
    /** Of one that may take a third of a second for each. */
    private static final int MEASURED_SLOW = 200;

    private static final int LIMIT = 8;

    /** One question: an incident of a type at a point, and what the type requires. */
    record Question(Dispatcher.Site site, District.Requirement need) {}

    /** Somebody who answers questions; gives how many people were found. */
    interface Answering {
        int ask(Question question) throws Exception;
    }

    private final PrintStream out;

    NearestPeople(PrintStream out) {
        this.out = out;
    }

    void measure(int people) throws Exception {
        Path folder = Files.createTempDirectory("watchfloor-nearest");
        new BigDistrict(people).writeTo(folder);
        District district = new DistrictFiles(Uploads.folder(folder)).read();
        List<Question> questions = questions(district);
        measureProjection(district, questions);
        try (PostgisPeople postgis = PostgisPeople.start(district)) {
            measure("PostGIS, GiST over point and skills", people, questions, postgis::ask, postgis.pid());
        }
        try (CypherPeople cypher = CypherPeople.start(folder)) {
            List<Question> few = questions.subList(0, WARM_UP + MEASURED_SLOW);
            measure("Cypher, along the graph", people, few, cypher::ask, cypher.pid());
        }
    }

    private void measureProjection(District district, List<Question> questions) throws Exception {
        DispatchProjection projection = Graph.project(district);
        Instant now = Instant.now();
        measure(
                "candidates with reasons, team and paths, by road",
                district.people().size(),
                questions,
                question -> projection
                        .candidates(question.site(), now, LIMIT)
                        .candidates()
                        .size(),
                -1);
    }

    /** {@code pid} is the process that answers; -1 for the asking thread. */
    private void measure(String what, int people, List<Question> questions, Answering answering, long pid)
            throws Exception {
        for (Question question : questions.subList(0, WARM_UP)) {
            int ignored = answering.ask(question);
        }
        int measured = questions.size() - WARM_UP;
        Histogram micros = new Histogram(3);
        long found = 0;
        long cpuBefore = cpuMicros(pid);
        for (Question question : questions.subList(WARM_UP, questions.size())) {
            long started = System.nanoTime();
            found += answering.ask(question);
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started));
        }
        out.printf(
                "| %s, %,d people | p50 %.3f ms, p99 %.3f ms | processor time %.3f ms a question, %.1f people found |%n",
                what,
                people,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                (cpuMicros(pid) - cpuBefore) / 1e3 / measured,
                (double) found / measured);
    }

    private static long cpuMicros(long pid) throws IOException {
        return pid < 0
                ? TimeUnit.NANOSECONDS.toMicros(
                        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime())
                : TimeUnit.MILLISECONDS.toMicros(CpuTime.millisOf(pid));
    }

    private static List<Question> questions(District district) {
        SplittableRandom random = new SplittableRandom(17);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            District.Place place =
                    district.places().get(random.nextInt(district.places().size()));
            District.Requirement need = district.requirements()
                    .get(random.nextInt(district.requirements().size()));
            Dispatcher.Site site = new Dispatcher.Site("I-1", need.incidentType(), place.lat(), place.lon(), List.of());
            questions.add(new Question(site, need));
        }
        return questions;
    }
}
