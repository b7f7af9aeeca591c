package io.watchfloor.drill.district;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.IntakePartition;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.drill.district.DemoDistrict.Cell;
import io.watchfloor.drill.district.DemoDistrict.HeldSkill;
import io.watchfloor.drill.district.DemoDistrict.Person;
import io.watchfloor.drill.district.DemoDistrict.Place;
import io.watchfloor.drill.district.DemoDistrict.Requirement;
import io.watchfloor.drill.district.DemoDistrict.Road;
import io.watchfloor.drill.district.DemoDistrict.Shift;
import io.watchfloor.drill.district.DemoDistrict.Skill;
import io.watchfloor.drill.town.LatLon;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDistrictTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final DemoDistrict DISTRICT = DemoDistrict.generate(DemoDistrict.DEFAULT_SEED, TODAY);

    @Test
    void shouldBeTheSameForTheSameSeedAndDay() {
        assertThat(DemoDistrict.generate(DemoDistrict.DEFAULT_SEED, TODAY)).isEqualTo(DISTRICT);
        assertThat(DemoDistrict.generate(8, TODAY)).isNotEqualTo(DISTRICT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, DemoDistrict.DEFAULT_SEED, 42, 1_000})
    void shouldBeWholeWhateverTheSeed(long seed) {
        DemoDistrict district = DemoDistrict.generate(seed, TODAY);

        assertThat(district.cells()).hasSize(60);
        assertThat(district.roads()).hasSizeBetween(350, 700);
        assertThat(district.cells()).allMatch(cell -> isConvex(cell.ring()));
        assertThat(everyJunctionReachesEveryOther(district)).isTrue();
    }

    @Test
    void shouldLieInOneMergeRegion() {
        Set<String> regions = Stream.concat(
                        DISTRICT.places().stream().map(Place::at),
                        DISTRICT.cells().stream().flatMap(cell -> cell.ring().stream()))
                .map(DemoDistrictTest::regionOf)
                .collect(Collectors.toSet());

        assertThat(regions).hasSize(1);
    }

    @Test
    void shouldHaveCellsWithoutGapsBetweenThem() {
        Map<Set<LatLon>, Integer> sides = new HashMap<>();
        for (Cell cell : DISTRICT.cells()) {
            for (int i = 0; i < cell.ring().size(); i++) {
                LatLon next = cell.ring().get((i + 1) % cell.ring().size());
                sides.merge(Set.of(cell.ring().get(i), next), 1, Integer::sum);
            }
        }

        assertThat(sides.values()).allMatch(count -> count <= 2);
        Map<LatLon, Long> outlineCorners = sides.entrySet().stream()
                .filter(side -> side.getValue() == 1)
                .flatMap(side -> side.getKey().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(outlineCorners.values()).as("the outline is one closed line").containsOnly(2L);
    }

    @Test
    void shouldHaveCellsOfBelievableSize() {
        assertThat(DISTRICT.cells()).allSatisfy(cell -> assertThat(
                        cell.ring().get(0).metersTo(cell.ring().get(2)))
                .isBetween(350.0, 1_100.0));
        assertThat(DISTRICT.areas()).hasSize(6).allSatisfy(area -> assertThat(
                        DISTRICT.cells().stream().filter(cell -> cell.areaId().equals(area.id())))
                .hasSizeBetween(8, 12));
    }

    @Test
    void shouldHaveStreetsOfSeveralRanksSomeOneWayAndFewBridges() {
        assertThat(DISTRICT.roads().stream().map(Road::speedKmh).distinct()).contains(20, 40, 50, 60);
        assertThat(DISTRICT.roads().stream().filter(Road::oneWay)).hasSizeBetween(30, 150);
        assertThat(DISTRICT.roads().stream().filter(road -> road.nameZh().endsWith("桥")))
                .hasSize(4);
        assertThat(DISTRICT.roads()).allMatch(road -> road.meters() > 5 && road.meters() < 700);
    }

    @Test
    void shouldPutEveryNamedPlaceInItsCell() {
        Map<String, Cell> cells = byId(DISTRICT.cells(), Cell::id);

        assertThat(DISTRICT.places().stream().filter(place -> !place.kind().equals(DemoDistrict.JUNCTION)))
                .hasSizeGreaterThan(115)
                .allSatisfy(place -> assertThat(
                                isInside(place.at(), cells.get(place.cellId()).ring()))
                        .as(place.nameEn())
                        .isTrue());
    }

    @Test
    void shouldNotUseAnIdOrANameTwice() {
        assertThat(DISTRICT.places()).extracting(Place::id).doesNotHaveDuplicates();
        assertThat(DISTRICT.roads()).extracting(Road::id).doesNotHaveDuplicates();
        assertThat(DISTRICT.people()).extracting(Person::id).doesNotHaveDuplicates();
        assertThat(DISTRICT.people()).extracting(Person::nameZh).doesNotHaveDuplicates();
    }

    @Test
    void shouldHaveStaffWithSkillsAndStationsThatExist() {
        Set<String> places = byId(DISTRICT.places(), Place::id).keySet();
        Set<String> skills = byId(DISTRICT.skills(), Skill::id).keySet();

        assertThat(DISTRICT.organizations()).hasSize(18);
        assertThat(DISTRICT.people()).hasSize(300).allSatisfy(person -> {
            assertThat(places).contains(person.stationPlaceId());
            assertThat(person.skills()).isNotEmpty().allMatch(held -> skills.contains(held.skillId()));
            assertThat(person.shifts()).isNotEmpty();
        });
        assertThat(DISTRICT.skills()).flatExtracting(Skill::implies).allMatch(skills::contains);
    }

    @Test
    void shouldHaveCertificatesThatExpiredAndThatSoonWill() {
        List<HeldSkill> certified = DISTRICT.people().stream()
                .flatMap(person -> person.skills().stream())
                .filter(held -> held.certifiedUntil() != null)
                .toList();

        assertThat(certified).hasSizeGreaterThan(150);
        assertThat(certified.stream().filter(held -> held.certifiedUntil().isBefore(TODAY)))
                .hasSizeBetween(8, 60);
        assertThat(certified.stream()
                        .filter(held -> !held.certifiedUntil().isBefore(TODAY)
                                && held.certifiedUntil().isBefore(TODAY.plusDays(31))))
                .hasSizeBetween(10, 90);
    }

    @Test
    void shouldHaveAboutAThirdOnDutyAtAnyHourAndSomebodyOfEveryOrganization() {
        for (LocalDateTime hour : hoursOfAWeek()) {
            List<Person> onDuty = onDuty(hour);
            assertThat(onDuty).as("at %s", hour).hasSizeBetween(70, 140);
            assertThat(onDuty.stream().map(Person::organizationId).distinct())
                    .as("at %s", hour)
                    .hasSize(17);
        }
    }

    @Test
    void shouldRequireSomethingForEveryTypeThatSomebodyCanDoAtAnyHour() {
        assertThat(DISTRICT.requirements().stream()
                        .map(Requirement::incidentType)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        IncidentTypes.listAll().stream().map(IncidentType::code).toList());
        for (LocalDateTime hour : hoursOfAWeek()) {
            List<Person> onDuty = onDuty(hour);
            assertThat(DISTRICT.requirements())
                    .allSatisfy(requirement -> assertThat(onDuty.stream().filter(person -> covers(person, requirement)))
                            .as("%s at %s", requirement, hour)
                            .isNotEmpty());
        }
    }

    @Test
    void shouldHaveEquipmentThatSomebodyAtItsStationMayUse() {
        Map<String, List<Person>> crews = DISTRICT.people().stream()
                .collect(Collectors.groupingBy(person -> person.organizationId() + "@" + person.stationPlaceId()));

        assertThat(DISTRICT.extras().equipment()).hasSizeGreaterThan(20).allSatisfy(unit -> {
            List<Person> crew = crews.getOrDefault(unit.organizationId() + "@" + unit.placeId(), List.of());
            assertThat(crew).as(unit.nameEn()).isNotEmpty();
        });
        assertThat(DISTRICT.requirements())
                .filteredOn(requirement -> !requirement.equipment().isEmpty())
                .allSatisfy(requirement -> assertThat(DISTRICT.extras().equipment())
                        .anyMatch(unit -> unit.kind().equals(requirement.equipment())));
    }

    @Test
    void shouldSpeakOfSkillsTypesBodiesAndCellsThatExist() {
        Set<String> skills = byId(DISTRICT.skills(), Skill::id).keySet();
        Set<String> bodies =
                byId(DISTRICT.organizations(), DemoDistrict.Organization::id).keySet();
        Set<String> cells = byId(DISTRICT.cells(), Cell::id).keySet();
        DemoDistrict.Extras extras = DISTRICT.extras();

        assertThat(extras.substitutions())
                .isNotEmpty()
                .allMatch(pair -> skills.contains(pair.skillId()) && skills.contains(pair.insteadOf()));
        assertThat(extras.takeovers())
                .isNotEmpty()
                .allMatch(takeover -> bodies.contains(takeover.organizationId())
                        && IncidentTypes.find(takeover.incidentType()).isPresent());
        assertThat(extras.familiarity()).hasSizeGreaterThan(600).allMatch(known -> cells.contains(known.cellId()));
        assertThat(DISTRICT.people()).allMatch(person -> person.languages().contains("zh"));
        assertThat(DISTRICT.people().stream()
                        .filter(person -> person.languages().size() > 1))
                .hasSizeBetween(40, 130);
    }

    private static List<LocalDateTime> hoursOfAWeek() {
        LocalDateTime start = TODAY.atTime(0, 30);
        return Stream.iterate(start, hour -> hour.plusHours(1)).limit(7 * 24).toList();
    }

    private static List<Person> onDuty(LocalDateTime at) {
        return DISTRICT.people().stream()
                .filter(person -> person.shifts().stream().anyMatch(shift -> isRunning(shift, at)))
                .toList();
    }

    private static boolean isRunning(Shift shift, LocalDateTime at) {
        boolean overnight = !shift.end().isAfter(shift.start());
        for (int daysBack = 0; daysBack <= 1; daysBack++) {
            LocalDate day = at.toLocalDate().minusDays(daysBack);
            LocalDateTime end = day.plusDays(overnight ? 1 : 0).atTime(shift.end());
            if (shift.days().contains(day.getDayOfWeek().getValue())
                    && !at.isBefore(day.atTime(shift.start()))
                    && at.isBefore(end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Person person, Requirement requirement) {
        return person.skills().stream()
                .filter(held -> held.level() >= requirement.level())
                .filter(held ->
                        held.certifiedUntil() == null || !held.certifiedUntil().isBefore(TODAY))
                .flatMap(held -> withImplied(held.skillId()).stream())
                .anyMatch(skill -> skill.equals(requirement.skillId())
                        || requirement.alternatives().contains(skill));
    }

    private static Set<String> withImplied(String skillId) {
        Map<String, Skill> skills = byId(DISTRICT.skills(), Skill::id);
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(skillId));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (all.add(next)) {
                open.addAll(skills.get(next).implies());
            }
        }
        return all;
    }

    private static boolean everyJunctionReachesEveryOther(DemoDistrict district) {
        Map<String, Set<String>> along = new HashMap<>();
        Map<String, Set<String>> against = new HashMap<>();
        for (Road road : district.roads()) {
            link(along, road.fromPlaceId(), road.toPlaceId(), road.oneWay());
            link(against, road.toPlaceId(), road.fromPlaceId(), road.oneWay());
        }
        Set<String> junctions = district.places().stream()
                .filter(place -> place.kind().equals(DemoDistrict.JUNCTION))
                .map(Place::id)
                .collect(Collectors.toSet());
        String start = junctions.iterator().next();
        return reached(start, along).equals(junctions)
                && reached(start, against).equals(junctions);
    }

    private static void link(Map<String, Set<String>> next, String from, String to, boolean oneWay) {
        next.computeIfAbsent(from, id -> new HashSet<>()).add(to);
        if (!oneWay) {
            next.computeIfAbsent(to, id -> new HashSet<>()).add(from);
        }
    }

    private static Set<String> reached(String start, Map<String, Set<String>> next) {
        Set<String> seen = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String id : next.getOrDefault(open.remove(), Set.of())) {
                if (seen.add(id)) {
                    open.add(id);
                }
            }
        }
        return seen;
    }

    private static boolean isConvex(List<LatLon> ring) {
        return Stream.iterate(0, i -> i + 1)
                .limit(ring.size())
                .allMatch(i -> side(ring.get(i), ring.get((i + 1) % ring.size()), ring.get((i + 2) % ring.size())) > 0);
    }

    private static boolean isInside(LatLon point, List<LatLon> ring) {
        return Stream.iterate(0, i -> i + 1)
                .limit(ring.size())
                .allMatch(i -> side(ring.get(i), ring.get((i + 1) % ring.size()), point) > -1e-10);
    }

    private static double side(LatLon from, LatLon to, LatLon point) {
        return (to.lon() - from.lon()) * (point.lat() - from.lat())
                - (to.lat() - from.lat()) * (point.lon() - from.lon());
    }

    private static String regionOf(LatLon at) {
        return IntakePartition.regionOf(new Report(
                "live",
                "R-1",
                "s",
                "1",
                ReportKind.CALL,
                null,
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                at.lat(),
                at.lon(),
                null,
                null));
    }

    private static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
