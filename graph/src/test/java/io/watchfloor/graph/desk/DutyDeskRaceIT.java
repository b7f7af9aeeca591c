package io.watchfloor.graph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Assignment;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.audit.AuditLog;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.district.DistrictDraft;
import io.watchfloor.graph.district.WrittenDistrict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two officers never send one person twice. */
class DutyDeskRaceIT {
    private static final int OFFICERS = 16;
    private static final int PEOPLE = 200;
    private static final String WORLD = "live";

    private record Attempt(String officer, String incidentId, String personId, DeskResult result) {}

    @Test
    void shouldSendEveryPersonExactlyOnceAndTellEveryLoserWhoWon() throws Exception {
        ForkedGraph forked = ForkedGraph.shared();
        forked.wipe();
        DistrictDraft draft = new DistrictDraft().place("J1", 0, 0);
        for (int i = 0; i < PEOPLE; i++) {
            draft.person("P-" + i, "J1");
        }
        try (Graph graph = Graph.open(forked.settings())) {
            GraphForTests.migrateOnce(graph);
            WrittenDistrict.write(forked.settings(), draft.build());

            long start = System.nanoTime();
            List<Attempt> attempts = race(graph.dutyDesk());
            double seconds = (System.nanoTime() - start) / 1e9;

            Map<String, Attempt> winners = new HashMap<>();
            for (Attempt attempt : attempts) {
                if (attempt.result().isDone()) {
                    assertThat(winners.put(attempt.personId(), attempt)).isNull();
                }
            }
            assertThat(attempts).hasSize(OFFICERS * PEOPLE);
            assertThat(winners).hasSize(PEOPLE);
            assertThat(attempts)
                    .filteredOn(attempt -> !attempt.result().isDone())
                    .allSatisfy(attempt -> {
                        Attempt winner = winners.get(attempt.personId());
                        assertThat(attempt.result().refusal()).isEqualTo(Refusal.PERSON_TAKEN);
                        assertThat(attempt.result().heldBy()).isEqualTo(winner.officer());
                        assertThat(attempt.result().heldFor()).isEqualTo(winner.incidentId());
                    });
            assertThat(storedAssignments(graph))
                    .hasSize(PEOPLE)
                    .extracting(Assignment::personId)
                    .doesNotHaveDuplicates();
            assertThat(graph.auditLog().verify(WORLD))
                    .isEqualTo(new AuditLog.Verification(OFFICERS * PEOPLE, null, null));
            long dispatched = winners.values().stream()
                    .map(Attempt::incidentId)
                    .distinct()
                    .count();
            assertThat((long) graph.outbox().listOldest(10_000).size()).isEqualTo(2 * PEOPLE + dispatched);
            System.out.printf(
                    "%d officers, %d people: %d decisions in %.1f s, %.0f a second%n",
                    OFFICERS, PEOPLE, attempts.size(), seconds, attempts.size() / seconds);
        }
    }

    private static List<Attempt> race(DutyDesk desk) throws Exception {
        ExecutorService officers = Executors.newFixedThreadPool(OFFICERS);
        try {
            CountDownLatch together = new CountDownLatch(OFFICERS);
            List<Future<List<Attempt>>> running = new ArrayList<>();
            for (int i = 0; i < OFFICERS; i++) {
                running.add(officers.submit(officer(desk, i, together)));
            }
            List<Attempt> attempts = new ArrayList<>();
            for (Future<List<Attempt>> officer : running) {
                attempts.addAll(officer.get());
            }
            return attempts;
        } finally {
            officers.shutdownNow();
        }
    }

    private static Callable<List<Attempt>> officer(DutyDesk desk, int number, CountDownLatch together) {
        return () -> {
            String officer = "officer-" + number;
            String incidentId = "I-RACE" + number;
            List<Integer> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(i);
            }
            // Half of them go through the roster in the same order, and so meet at every person.
            if (number % 2 == 1) {
                Collections.shuffle(people, new Random(number));
            }
            together.countDown();
            together.await();
            List<Attempt> attempts = new ArrayList<>();
            for (int person : people) {
                String personId = "P-" + person;
                attempts.add(
                        new Attempt(officer, incidentId, personId, desk.assign(WORLD, incidentId, personId, officer)));
            }
            return attempts;
        };
    }

    private static List<Assignment> storedAssignments(Graph graph) {
        List<Assignment> stored = new ArrayList<>();
        for (int i = 0; i < OFFICERS; i++) {
            graph.incidentArchive()
                    .find(WORLD, "I-RACE" + i)
                    .ifPresent(incident -> stored.addAll(incident.assignments()));
        }
        return stored;
    }
}
