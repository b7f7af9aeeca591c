package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.candidate.Coverers.Coverer;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.RoadNetwork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On random districts the walk finds whom an exhaustive search finds: travel times of everybody by Bellman and Ford's
 * algorithm, which shares nothing with the walk, then filter and sort.
 */
class DispatcherAgainstBruteForceTest {
    /** Three minutes before some shifts end, and an hour before others. */
    private static final Instant NOW = Instant.parse("2026-03-01T07:57:00Z");

    private static final long HANDLING_MILLIS =
            IncidentTypes.getOrOther(RandomDistrict.TYPE).handlingMinutes() * 60_000L;
    private static final long SHORT_SHIFT_MILLIS = 5 * 60_000;
    private static final int SIDE = 9;
    private static final int PEOPLE = 150;
    private static final int QUESTIONS = 20;
    private static final long UNREACHED = Long.MAX_VALUE / 4;

    private record Reached(String personId, long millis, long rank, boolean canGo) {
        boolean hasRoad() {
            return millis < UNREACHED;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void shouldFindWhomAnExhaustiveSearchFinds(long seed) {
        District district = RandomDistrict.of(seed, SIDE, PEOPLE);
        DispatchProjection dispatcher = Graph.project(district);
        Random random = new Random(seed);
        Map<String, double[]> positions = scatter(district, dispatcher, random);

        for (int question = 0; question < QUESTIONS; question++) {
            double siteLat = lat(random.nextDouble() * RandomDistrict.meters(SIDE));
            double siteLon = lon(random.nextDouble() * RandomDistrict.meters(SIDE));
            // One need, or a limit nobody reaches: then no place is kept for anybody and the order is all.
            int limit = district.requirements().size() == 1 ? 1 + random.nextInt(20) : PEOPLE;

            Dispatcher.Site site = new Dispatcher.Site("I-1", RandomDistrict.TYPE, siteLat, siteLon, List.of());
            Candidates found = dispatcher.candidates(site, NOW, limit);
            List<Reached> everybody = bruteForce(district, dispatcher, positions, siteLat, siteLon);

            List<Reached> expected = everybody.stream()
                    .filter(reached -> reached.canGo() && reached.hasRoad())
                    .limit(limit)
                    .toList();
            assertThat(found.candidates())
                    .extracting(Candidate::personId)
                    .containsExactlyElementsOf(
                            expected.stream().map(Reached::personId).toList());
            assertThat(found.candidates())
                    .extracting(Candidate::travelSeconds)
                    .containsExactlyElementsOf(expected.stream()
                            .map(reached -> Math.round(reached.millis() / 1_000.0))
                            .toList());
            assertThat(dispatcher.coverers(site, NOW, limit, Set.of()).people())
                    .extracting(
                            Coverer::personId,
                            person -> (long) person.travelMillis(),
                            person -> (long) person.travelMillis() + person.chargeMillis())
                    .containsExactlyElementsOf(expected.stream()
                            .map(reached -> tuple(reached.personId(), reached.millis(), reached.rank()))
                            .toList());
            long last = expected.isEmpty()
                    ? UNREACHED - 1
                    : expected.get(expected.size() - 1).rank();
            long nearer = everybody.stream()
                    .filter(reached -> !reached.canGo() && reached.millis() <= last)
                    .count();
            // While the list is not full, who could go but for a road is worth knowing too.
            long stranded = everybody.stream()
                    .filter(reached -> reached.canGo() && !reached.hasRoad())
                    .count();
            assertThat((long) found.passedOver().size() + found.passedOverMore())
                    .isEqualTo(nearer + (expected.size() < limit ? stranded : 0));
        }
    }

    /** Half of the people are seen somewhere else than at their station, a quarter is busy. */
    private static Map<String, double[]> scatter(District district, DispatchProjection dispatcher, Random random) {
        Map<String, double[]> positions = new HashMap<>();
        for (District.Person person : district.people()) {
            District.Place station = place(district, person.stationPlaceId());
            positions.put(person.id(), new double[] {station.lat(), station.lon()});
            for (int move = random.nextInt(3); move > 0; move--) {
                double[] to = {
                    lat(random.nextDouble() * RandomDistrict.meters(SIDE)),
                    lon(random.nextDouble() * RandomDistrict.meters(SIDE))
                };
                positions.put(person.id(), to);
                dispatcher.apply(
                        new Position("live", person.id(), to[0], to[1], null, NOW.minusSeconds(move), "phone"));
            }
            if (random.nextInt(4) == 0) {
                dispatcher.apply(new PersonStatus("live", person.id(), 1, Availability.ASSIGNED, "A-1", "I-2", NOW));
            }
        }
        return positions;
    }

    private static List<Reached> bruteForce(
            District district,
            DispatchProjection dispatcher,
            Map<String, double[]> positions,
            double siteLat,
            double siteLon) {
        RoadNetwork roads = new RoadNetwork(district);
        List<String> nodes = district.roads().stream()
                .flatMap(road -> List.of(road.fromPlaceId(), road.toPlaceId()).stream())
                .distinct()
                .sorted()
                .toList();
        RoadNetwork.Access site = roads.to(siteLat, siteLon);
        long[] millis = bellmanFord(district, nodes, site.node());
        List<Reached> reached = new ArrayList<>();
        for (District.Person person : district.people()) {
            double[] at = positions.get(person.id());
            RoadNetwork.Access access = roads.from(at[0], at[1]);
            long way = access.millis() + millis[access.node()] + site.millis();
            boolean canGo = canGo(district, dispatcher, person) && isOnAfter(dispatcher, person, way);
            boolean isShort = canGo && !isOnAfter(dispatcher, person, way + HANDLING_MILLIS);
            reached.add(new Reached(person.id(), way, way + (isShort ? SHORT_SHIFT_MILLIS : 0), canGo));
        }
        reached.sort(Comparator.comparingLong(Reached::rank).thenComparing(Reached::personId));
        return reached;
    }

    private static long[] bellmanFord(District district, List<String> nodes, int site) {
        Map<String, Integer> numbers = new HashMap<>();
        nodes.forEach(node -> numbers.put(node, numbers.size()));
        long[] millis = new long[nodes.size()];
        Arrays.fill(millis, UNREACHED);
        millis[site] = 0;
        for (boolean changed = true; changed; ) {
            changed = false;
            for (District.Road road : district.roads()) {
                int from = numbers.get(road.fromPlaceId());
                int to = numbers.get(road.toPlaceId());
                long cost = RoadNetwork.travelMillis(road, 15);
                if (millis[to] + cost < millis[from]) {
                    millis[from] = millis[to] + cost;
                    changed = true;
                }
                if (!road.oneWay() && millis[from] + cost < millis[to]) {
                    millis[to] = millis[from] + cost;
                    changed = true;
                }
            }
        }
        return millis;
    }

    private static boolean canGo(District district, DispatchProjection dispatcher, District.Person person) {
        boolean free = dispatcher.find(person.id()).orElseThrow().status() == null;
        boolean able = district.requirements().stream()
                .anyMatch(requirement -> person.skills().stream().anyMatch(held -> meets(held, requirement)));
        return free && able && dispatcher.isOnDuty(person.id(), NOW);
    }

    /** Shifts are twelve hours long, so that who is on at both ends is on all the while; no road is no way to be late on. */
    private static boolean isOnAfter(DispatchProjection dispatcher, District.Person person, long millis) {
        return millis >= UNREACHED || dispatcher.isOnDuty(person.id(), NOW.plusMillis(millis - 1));
    }

    private static boolean meets(District.HeldSkill held, District.Requirement requirement) {
        boolean accepted = held.skillId().equals(requirement.skillId())
                || requirement.alternatives().contains(held.skillId())
                || (held.skillId().equals("beta") && requirement.skillId().equals("alpha"));
        boolean certified =
                held.certifiedUntil() == null || !held.certifiedUntil().isBefore(LocalDate.parse("2026-03-01"));
        return accepted && certified && held.level() >= requirement.level();
    }

    private static District.Place place(District district, String id) {
        return district.places().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
