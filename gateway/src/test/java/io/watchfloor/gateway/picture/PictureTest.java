package io.watchfloor.gateway.picture;

import static io.watchfloor.gateway.Samples.NOON;
import static io.watchfloor.gateway.Samples.alarmHealth;
import static io.watchfloor.gateway.Samples.alert;
import static io.watchfloor.gateway.Samples.assignment;
import static io.watchfloor.gateway.Samples.decision;
import static io.watchfloor.gateway.Samples.escalation;
import static io.watchfloor.gateway.Samples.handedOver;
import static io.watchfloor.gateway.Samples.measure;
import static io.watchfloor.gateway.Samples.merged;
import static io.watchfloor.gateway.Samples.observed;
import static io.watchfloor.gateway.Samples.opened;
import static io.watchfloor.gateway.Samples.putOff;
import static io.watchfloor.gateway.Samples.snoozed;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.EscalationStage;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.ObservedIncidents;
import io.watchfloor.contract.live.Due;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.redis.StreamId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureTest {
    private final Picture picture = new Picture(2, new People(Clock.systemUTC()));
    private long next;

    @Test
    void theHighestVersionWinsInWhateverOrderTheyCome() {
        List<Object> messages = new ArrayList<>();
        for (int version = 1; version <= 6; version++) {
            messages.add(observed("I-1", version));
            messages.add(observed("I-1", version));
            messages.add(decision("I-1", version, IncidentState.DISPATCHED));
            messages.add(assignment("A-1", version, "I-1", "P-1"));
        }
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(messages, new Random(seed));
            Picture shuffled = new Picture(2, new People(Clock.systemUTC()));
            messages.forEach(message -> shuffled.apply(new StreamId(++next, 0), message));

            IncidentView view = shuffled.findIncident("I-1").orElseThrow();
            assertThat(view.reportCount()).isEqualTo(6);
            assertThat(view.state()).isEqualTo(IncidentState.DISPATCHED);
            assertThat(shuffled.listAssignments(null, false))
                    .singleElement()
                    .extracting(sent -> sent.version())
                    .isEqualTo(6L);
        }
    }

    @Test
    void aDecisionThatComesBeforeItsIncidentWaits() {
        apply(decision("I-1", 1, IncidentState.OPENED));
        assertThat(picture.findIncident("I-1")).isEmpty();
        assertThat(picture.all().incidents()).isEmpty();

        apply(observed("I-1", 1));
        assertThat(picture.findIncident("I-1").orElseThrow().state()).isEqualTo(IncidentState.OPENED);
    }

    @Test
    void eachThingIsNamedOnceHoweverOftenItChanged() {
        apply(observed("I-1", 1));
        apply(observed("I-1", 2));
        apply(observed("I-2", 1));

        assertThat(picture.only(picture.takeChanges()).incidents()).hasSize(2);
        assertThat(picture.takeChanges().isEmpty()).isTrue();
    }

    @Test
    void whoPlansIsGivenTheFirstOpenedOfEachGradeThatStillNeedSomebody() {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
        Collections.shuffle(order, new Random(1));
        for (int minute : order) {
            Grade grade = minute % 2 == 0 ? Grade.I : Grade.III;
            apply(opened("I-" + minute, 1, grade, NOON.plusSeconds(60L * minute), 30.0));
        }
        apply(opened("I-SOMEWHERE", 1, Grade.I, NOON, null));
        assertThat(planned(2)).containsExactly("I-0", "I-2", "I-1", "I-3");
        assertThat(picture.openLocated(NOON)).isEqualTo(8);
        assertThat(picture.openUnlocated()).isEqualTo(1);

        apply(decision("I-0", 1, IncidentState.REPORTED_BACK));
        apply(decision("I-1", 1, IncidentState.CLOSED));
        apply(opened("I-2", 2, Grade.III, NOON.plusSeconds(120), 30.0));
        apply(opened("I-SOMEWHERE", 2, Grade.I, NOON, 30.0));
        assertThat(planned(2)).containsExactly("I-SOMEWHERE", "I-4", "I-2", "I-3");
        assertThat(picture.openLocated(NOON)).isEqualTo(7);
        assertThat(picture.openUnlocated()).isZero();
    }

    @Test
    void whoPlansIsGivenNeitherWhatAnotherDepartmentHasNorWhatIsPutOff() {
        for (String id : List.of("I-1", "I-2", "I-3")) {
            apply(opened(id, 1, Grade.III, NOON, 30.0));
        }
        apply(handedOver("I-1", 1, IncidentState.DISPATCHED));
        apply(putOff("I-2", 1, NOON.plusSeconds(60)));
        assertThat(planned(5)).containsExactly("I-3");
        assertThat(picture.openLocated(NOON)).isEqualTo(1);
        assertThat(picture.setAside(NOON)).isEqualTo(2);

        assertThat(picture.listFirstOpened(5, NOON.plusSeconds(60)))
                .extracting(IncidentView::id)
                .containsExactly("I-2", "I-3");
        assertThat(picture.openLocated(NOON.plusSeconds(60))).isEqualTo(2);
        apply(decision("I-1", 2, IncidentState.OPENED));
        apply(decision("I-2", 2, IncidentState.OPENED));
        assertThat(planned(5)).containsExactly("I-1", "I-2", "I-3");
        assertThat(picture.setAside(NOON)).isZero();
    }

    private List<String> planned(int ofEachGrade) {
        return picture.listFirstOpened(ofEachGrade, NOON).stream()
                .map(IncidentView::id)
                .toList();
    }

    @Test
    void openIncidentsStayAndOfTheClosedOnesTheFirstClosedLeave() {
        for (int i = 1; i <= 5; i++) {
            apply(observed("I-" + i, 1));
        }
        apply(assignment("A-1", 1, "I-1", "P-1"));
        picture.takeChanges();
        for (int i = 1; i <= 4; i++) {
            apply(decision("I-" + i, 1, IncidentState.CLOSED));
        }

        assertThat(picture.listIncidents(false))
                .extracting(IncidentView::id)
                .containsExactlyInAnyOrder("I-3", "I-4", "I-5");
        assertThat(picture.listIncidents(true)).extracting(IncidentView::id).containsExactly("I-5");
        assertThat(picture.only(picture.takeChanges()).removed().incidents()).containsExactly("I-1", "I-2");
        assertThat(picture.listAssignments(null, false)).isEmpty();
    }

    @Test
    void reportsAreCountedOfWhatIsInItAndLeaveWithTheirIncident() {
        apply(observed("I-1", 1));
        apply(observed("I-1", 4));
        apply(observed("I-1", 3));
        apply(observed("I-2", 2));
        assertThat(picture.countReports()).isEqualTo(6);

        apply(observed("I-3", 1));
        closeAll("I-1", "I-2", "I-3");
        assertThat(picture.countReports()).isEqualTo(3);
    }

    @Test
    void onlyWhatAnotherDepartmentHasIsLookedAtForItsTargets() {
        apply(observed("I-1", 1));
        apply(observed("I-2", 1));
        apply(handedOver("I-1", 1, IncidentState.OPENED));
        assertThat(picture.listHandedOver(decision -> true))
                .extracting(IncidentDecision::incidentId)
                .containsExactly("I-1");
        assertThat(picture.listHandedOver(decision -> false)).isEmpty();

        apply(handedOver("I-1", 2, IncidentState.CLOSED));
        assertThat(picture.listHandedOver(decision -> true)).isEmpty();
    }

    @Test
    void aLateReportDoesNotReopenWhatHasLeft() {
        for (int i = 1; i <= 3; i++) {
            apply(observed("I-" + i, 1));
            apply(decision("I-" + i, 1, IncidentState.CLOSED));
        }
        apply(observed("I-1", 2));

        assertThat(picture.listIncidents(true)).isEmpty();
    }

    @Test
    void whatIsListedIsPagedFromTheNewest() {
        apply(observed("I-1", 1));
        apply(observed("I-2", 1));
        apply(observed("I-3", 1));

        assertThat(picture.listIncidents(true)).extracting(IncidentView::id).containsExactly("I-3", "I-2", "I-1");
    }

    @Test
    void nobodyResumesFromTheFutureOrFromBeforeWhatIsKept() {
        picture.raiseFloor(new StreamId(100, 0));
        picture.apply(new StreamId(100, 0), observed("I-1", 1));
        picture.apply(new StreamId(200, 0), observed("I-2", 1));

        assertThat(picture.canResume(new StreamId(99, 0))).isFalse();
        assertThat(picture.canResume(new StreamId(100, 0))).isTrue();
        assertThat(picture.canResume(new StreamId(200, 0))).isTrue();
        assertThat(picture.canResume(new StreamId(201, 0))).isFalse();
        assertThat(picture.since(new StreamId(100, 0), 0).incidents()).hasSize(1);
    }

    @Test
    void whatTheGraphAddsLaterCannotBeMissedByResuming() {
        apply(observed("I-1", 1));
        StreamId before = picture.seq();
        picture.load(observed("I-2", 1));
        picture.loaded();

        assertThat(picture.canResume(before)).isFalse();
    }

    @Test
    void whatIsJoinedStaysWithItsSurvivorAndLeavesWithIt() {
        for (String id : List.of("I-A", "I-B", "I-1", "I-2", "I-3")) {
            apply(observed(id, 1));
        }
        apply(merged("I-B", 1, "I-A"));
        closeAll("I-1", "I-2", "I-3");
        assertThat(ids(false)).containsExactlyInAnyOrder("I-A", "I-B", "I-2", "I-3");
        assertThat(ids(true)).containsExactly("I-A");
        assertThat(picture.findIncident("I-B").orElseThrow().mergedInto()).isEqualTo("I-A");
        assertThat(picture.findIncident("I-A").orElseThrow().reportCount()).isEqualTo(1);

        closeAll("I-A");
        assertThat(ids(false)).containsExactlyInAnyOrder("I-A", "I-B", "I-3");
        picture.takeChanges();
        apply(observed("I-4", 1));
        apply(observed("I-5", 1));
        closeAll("I-4", "I-5");
        assertThat(ids(false)).containsExactlyInAnyOrder("I-4", "I-5");
        assertThat(picture.only(picture.takeChanges()).removed().incidents()).contains("I-A", "I-B");
    }

    @Test
    void whatIsJoinedMakesItsSurvivorGraverUntilItIsTakenApart() {
        apply(opened("I-A", 1, Grade.IV, NOON, 31.23));
        apply(opened("I-B", 1, Grade.III, NOON, 31.23));
        apply(merged("I-B", 1, "I-A"));
        assertThat(gradeOf("I-A")).isEqualTo(Grade.III);
        StreamId before = picture.seq();
        picture.takeChanges();
        assertThat(picture.isUrgent()).isFalse();

        apply(opened("I-B", 2, Grade.I, NOON, 31.23));

        assertThat(gradeOf("I-A")).isEqualTo(Grade.I);
        assertThat(picture.findIncident("I-A").orElseThrow().graverJoinedId()).isEqualTo("I-B");
        assertThat(picture.findIncident("I-A").orElseThrow().reportedGrade()).isNull();
        assertThat(picture.isUrgent()).isTrue();
        assertThat(picture.only(picture.takeChanges()).incidents()).hasSize(2);
        assertThat(picture.since(before, 0).incidents()).hasSize(2);
        assertThat(picture.listFirstOpened(1, NOON))
                .extracting(IncidentView::grade)
                .containsExactly(Grade.I);

        apply(decision("I-B", 2, IncidentState.OPENED));

        assertThat(gradeOf("I-A")).isEqualTo(Grade.IV);
        assertThat(picture.findIncident("I-A").orElseThrow().graverJoinedId()).isNull();
        assertThat(picture.only(picture.takeChanges()).incidents()).hasSize(2);
    }

    @Test
    void itsSurvivorIsToldOfWhateverComesFirst() {
        List<Object> messages = new ArrayList<>(List.of(
                opened("I-A", 1, Grade.IV, NOON, 31.23),
                opened("I-B", 1, Grade.II, NOON, 31.23),
                opened("I-C", 1, Grade.II, NOON, 31.23),
                merged("I-B", 1, "I-A"),
                merged("I-C", 1, "I-A")));
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(messages, new Random(seed));
            Picture shuffled = new Picture(2, new People(Clock.systemUTC()));
            messages.forEach(message -> shuffled.apply(new StreamId(++next, 0), message));

            IncidentView whole = shuffled.findIncident("I-A").orElseThrow();
            assertThat(whole.grade()).isEqualTo(Grade.II);
            assertThat(whole.graverJoinedId()).isEqualTo("I-B");
        }
    }

    @Test
    void anOfficersGradeStaysAndWhatTheReportsSayStandsBesideIt() {
        ObservedIncident read = opened("I-A", 1, Grade.III, NOON, 31.23);
        apply(ObservedIncidents.graded(read, 2, Grade.IV, Grade.III));
        assertThat(gradeOf("I-A")).isEqualTo(Grade.IV);
        assertThat(picture.findIncident("I-A").orElseThrow().reportedGrade()).isEqualTo(Grade.III);

        apply(opened("I-B", 1, Grade.I, NOON, 31.23));
        apply(merged("I-B", 1, "I-A"));

        assertThat(gradeOf("I-A")).isEqualTo(Grade.IV);
        assertThat(picture.findIncident("I-A").orElseThrow().reportedGrade()).isEqualTo(Grade.I);
        assertThat(picture.findIncident("I-A").orElseThrow().graverJoinedId()).isEqualTo("I-B");
        assertThat(picture.gradeOf(read)).isEqualTo(Grade.IV);
    }

    private Grade gradeOf(String id) {
        return picture.findIncident(id).orElseThrow().grade();
    }

    @Test
    void whatIsTakenApartAgainStandsForItself() {
        apply(observed("I-A", 1));
        apply(observed("I-B", 1));
        apply(merged("I-B", 1, "I-A"));
        apply(decision("I-B", 2, IncidentState.OPENED));

        assertThat(ids(true)).containsExactlyInAnyOrder("I-A", "I-B");
        apply(observed("I-1", 1));
        apply(observed("I-2", 1));
        closeAll("I-A", "I-1", "I-2");
        assertThat(ids(true)).containsExactly("I-B");
    }

    @Test
    void anIncidentShowsWhatItWaitsForUntilItWaitsNoMore() {
        apply(escalation("I-1", 1, EscalationStage.ACKNOWLEDGE));
        apply(observed("I-1", 1));
        assertThat(picture.findIncident("I-1").orElseThrow().due())
                .isEqualTo(new Due(
                        EscalationStage.ACKNOWLEDGE,
                        NOON.plusSeconds(60),
                        1,
                        2,
                        NOON.plusSeconds(60),
                        "NFPA 1225 (2022)"));

        apply(escalation("I-1", 2, null));
        assertThat(picture.findIncident("I-1").orElseThrow().due()).isNull();
        apply(escalation("I-1", 1, EscalationStage.ACKNOWLEDGE));
        assertThat(picture.findIncident("I-1").orElseThrow().due()).isNull();
        apply(escalation("I-1", 3, EscalationStage.ARRIVE));
        closeAll("I-1");
        assertThat(picture.findIncident("I-1").orElseThrow().due()).isNull();
    }

    @Test
    void anAnswerToADecisionIsOlderThanTheViewThatSaysWhatFollowsFromIt() {
        ObservedIncident observed = observed("I-1", 3);
        apply(observed);
        apply(escalation("I-1", 1, EscalationStage.ACKNOWLEDGE));
        IncidentView seen = picture.findIncident("I-1").orElseThrow();
        IncidentDecision acknowledged = decision("I-1", 1, IncidentState.OPENED);
        IncidentView answered = picture.join(observed, acknowledged);

        apply(acknowledged);
        assertThat(picture.findIncident("I-1")).contains(answered);
        apply(escalation("I-1", 2, EscalationStage.DISPATCH));
        IncidentView followed = picture.findIncident("I-1").orElseThrow();

        assertThat(List.of(seen.version(), answered.version(), followed.version()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void anAlertAndWhatWasDecidedAboutItComeInEitherOrder() {
        apply(snoozed("W-1", 1));
        apply(alert("W-1", 2, false));
        apply(alert("W-1", 1, false));
        apply(alert("W-2", 1, true));

        assertThat(picture.alerts().list(true)).extracting(Alert::id).containsExactly("W-1");
        assertThat(picture.alerts().list(false)).hasSize(2);
        assertThat(picture.alerts().findDecision("W-1")).hasValue(snoozed("W-1", 1));
        assertThat(picture.all().alertDecisions()).hasSize(1);
        assertThat(picture.only(picture.takeChanges()).alertDecisions()).hasSize(1);
        assertThat(picture.since(StreamId.ZERO, 0).alertDecisions()).hasSize(1);
    }

    @Test
    void measuresAreKeptByTheirHighestVersion() {
        apply(measure("noise", 2));
        apply(measure("noise", 1));
        apply(alarmHealth(3));

        assertThat(picture.measures().list()).containsExactly(measure("noise", 2));
        assertThat(picture.measures().alarmHealth()).hasValue(alarmHealth(3));
    }

    private void closeAll(String... ids) {
        for (String id : ids) {
            apply(decision(id, 9, IncidentState.CLOSED));
        }
    }

    private List<String> ids(boolean openOnly) {
        return picture.listIncidents(openOnly).stream().map(IncidentView::id).toList();
    }

    private void apply(Object message) {
        picture.apply(new StreamId(++next, 0), message);
    }
}
