package io.watchfloor.drill.responder;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.drill.Towns;
import io.watchfloor.drill.responder.Responder.Task;
import io.watchfloor.drill.town.LatLon;
import io.watchfloor.drill.town.RoadMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConductTest {
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    private static final Duration TICK = Duration.ofMillis(500);
    private static final double SPEED_UP = 6;
    private static final RoadMap ROADS = new RoadMap(Towns.LINJIANG);
    private static final LatLon HOME = Towns.LINJIANG.namedPlaces().get(0).at();
    private static final LatLon SCENE = Towns.LINJIANG.namedPlaces().get(20).at();

    private final Conduct conduct = new Conduct(ROADS, 7, SPEED_UP);
    private final List<Deed> deeds = new ArrayList<>();
    private Responder responder;
    private Instant now;

    @BeforeEach
    void stepUp() {
        responder = Responder.seenAt("P-001", HOME, HOME);
        now = START;
    }

    @Test
    void shouldAcceptAnOfferAfterAMoment() {
        Duration waited = until(offered("A-1"), "accept");

        assertThat(waited).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(13));
    }

    @Test
    void shouldSetOutSoonAfterAccepting() {
        assertThat(until(sight(assignment("A-1", AssignmentState.ACCEPTED)), "en-route"))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }

    @Test
    void shouldDriveAlongTheRoadsAndTellItsPositionOnTheWay() {
        Duration onTheWay = until(enRoute("A-1"), "arrive");

        Duration byRoad = ROADS.route(HOME, SCENE).duration();
        assertThat(onTheWay.toMillis() * SPEED_UP)
                .isBetween(byRoad.toMillis() * 0.95, byRoad.toMillis() + 2.0 * SPEED_UP * TICK.toMillis());
        List<LatLon> positions = positions();
        assertThat(positions).hasSizeGreaterThan((int) (onTheWay.toMillis() / 3_500));
        assertThat(positions.get(positions.size() - 1)).isEqualTo(SCENE);
        assertThat(positions)
                .allSatisfy(at -> assertThat(at.metersTo(ROADS.onRoad(at))).isLessThan(60));
    }

    @Test
    void shouldTakeTwentyToSixtySecondsForUsualTrips() {
        List<Long> seconds = IntStream.range(0, 100)
                .mapToObj(i -> ROADS.route(
                        Towns.LINJIANG.namedPlaces().get(i).at(),
                        Towns.LINJIANG.namedPlaces().get((i * 7 + 3) % 120).at()))
                .map(route -> (long) (route.duration().toSeconds() / SPEED_UP))
                .sorted()
                .toList();

        assertThat(seconds.get(50)).isBetween(20L, 60L);
        assertThat(seconds.get(95)).isLessThan(120);
    }

    @Test
    void shouldWorkAWhileAndReportWhatWasFound() {
        Duration worked = until(sight(assignment("A-1", AssignmentState.ON_SCENE)), "done");

        assertThat(worked).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(61));
        assertThat(steps()).last().satisfies(step -> assertThat(step.note()).isNotBlank());
    }

    @Test
    void shouldDriveHomeWhenDone() {
        until(enRoute("A-1"), "arrive");
        deeds.clear();

        run(sight(null), Duration.ofMinutes(3));

        assertThat(steps()).isEmpty();
        assertThat(responder.at()).isEqualTo(HOME);
        assertThat(positions()).last().isEqualTo(HOME);
    }

    @Test
    void shouldTurnBackWhenRecalledOnTheWay() {
        run(enRoute("A-1"), Duration.ofSeconds(10));
        LatLon where = responder.at();
        assertThat(where).isNotEqualTo(HOME).isNotEqualTo(SCENE);
        deeds.clear();

        run(sight(null), TICK);

        assertThat(responder.task()).isEqualTo(Task.IDLE);
        assertThat(responder.at().metersTo(where)).isLessThan(60);
        run(sight(null), Duration.ofMinutes(3));
        assertThat(responder.at()).isEqualTo(HOME);
        assertThat(steps()).isEmpty();
    }

    @Test
    void shouldTakeTheNextAssignmentFromWhereItIsOnTheWayHome() {
        until(enRoute("A-1"), "arrive");
        run(sight(null), Duration.ofSeconds(8));
        LatLon where = responder.at();

        run(offered("A-2"), TICK);

        assertThat(responder.at().metersTo(where)).isLessThan(60);
        assertThat(responder.task()).isEqualTo(Task.ANSWERING);
    }

    @Test
    void shouldFollowAlongWhenAHumanSaysItArrived() {
        run(enRoute("A-1"), Duration.ofSeconds(5));
        deeds.clear();

        run(sight(assignment("A-1", AssignmentState.ON_SCENE)), TICK);

        assertThat(responder.task()).isEqualTo(Task.WORKING);
        assertThat(responder.at()).isEqualTo(SCENE);
        assertThat(steps()).isEmpty();
    }

    @Test
    void shouldKeepOutWhileAHumanHoldsThePhone() {
        run(new Sight(assignment("A-1", AssignmentState.OFFERED), SCENE, true, true, HOME), Duration.ofMinutes(5));

        assertThat(deeds).isEmpty();
        assertThat(responder.task()).isEqualTo(Task.HANDS_OFF);
    }

    @Test
    void shouldLetGoWhenThePhoneConnectsOnTheWayAndGoOnFromThereWhenItLeaves() {
        run(enRoute("A-1"), Duration.ofSeconds(10));
        deeds.clear();
        LatLon phone = HOME.towards(SCENE, 0.6);
        Assignment assignment = assignment("A-1", AssignmentState.EN_ROUTE);

        run(new Sight(assignment, SCENE, true, true, phone), Duration.ofMinutes(2));
        assertThat(deeds).isEmpty();

        run(new Sight(assignment, SCENE, false, true, phone), TICK);
        assertThat(responder.at()).isEqualTo(phone);
        until(new Sight(assignment, SCENE, false, true, phone), "arrive");
    }

    @Test
    void shouldMakeAStepAgainWhenItSeemsLost() {
        run(offered("A-1"), Duration.ofSeconds(40));

        assertThat(steps()).hasSizeBetween(3, 5).allMatch(step -> step.equals(steps().get(0)));
    }

    @Test
    void shouldDeclineAFewWithAReason() {
        int declined = 0;
        for (int i = 0; i < 1_000; i++) {
            deeds.clear();
            responder = Responder.seenAt("P-001", HOME, HOME);
            run(offered("A-" + i), Duration.ofSeconds(13));
            declined += steps().get(0).verb().equals("decline") ? 1 : 0;
        }

        assertThat(declined).isBetween(15, 50);
        assertThat(steps()).allMatch(step -> step.verb().equals("decline") == (step.note() != null));
    }

    @Test
    void shouldFindAnIncidentWithoutAPosition() {
        Sight unlocated = new Sight(assignment("A-1", AssignmentState.EN_ROUTE), null, false, false, HOME);

        assertThat(until(unlocated, "arrive")).isBetween(Duration.ofSeconds(19), Duration.ofSeconds(22));
    }

    @Test
    void shouldWalkAroundHomeOnPatrolAndStayOtherwise() {
        run(new Sight(null, null, false, false, HOME), Duration.ofMinutes(10));
        assertThat(deeds).isEmpty();

        run(new Sight(null, null, false, true, HOME), Duration.ofMinutes(10));
        assertThat(positions()).hasSizeGreaterThan(10).allMatch(at -> at.metersTo(HOME) < 1_500);
        assertThat(steps()).isEmpty();
    }

    private Duration until(Sight sight, String verb) {
        Instant from = now;
        while (steps().stream().noneMatch(step -> step.verb().equals(verb))) {
            assertThat(now).as("no %s", verb).isBefore(from.plus(Duration.ofMinutes(10)));
            run(sight, TICK);
        }
        return Duration.between(from, now);
    }

    private void run(Sight sight, Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            Turn turn = conduct.turn(responder, sight, now);
            responder = turn.responder();
            deeds.addAll(turn.deeds());
            now = now.plus(TICK);
        }
    }

    private List<Deed.Step> steps() {
        return deeds.stream()
                .filter(Deed.Step.class::isInstance)
                .map(Deed.Step.class::cast)
                .toList();
    }

    private List<LatLon> positions() {
        return deeds.stream()
                .filter(Deed.Move.class::isInstance)
                .map(deed -> ((Deed.Move) deed).at())
                .toList();
    }

    private static Sight offered(String id) {
        return sight(assignment(id, AssignmentState.OFFERED));
    }

    private static Sight enRoute(String id) {
        return sight(assignment(id, AssignmentState.EN_ROUTE));
    }

    private static Sight sight(Assignment assignment) {
        return new Sight(assignment, SCENE, false, false, HOME);
    }

    private static Assignment assignment(String id, AssignmentState state) {
        return new Assignment("live", id, 1, "I-1", "P-001", state, "王值班", null, START, null, null, null, null, START);
    }
}
