package io.watchfloor.graph.desk;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.AbsenceReason;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.SettableClock;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is signed off is not sent, until somebody signs them on or the time has come. */
class AbsenceIT {
    private static final String LIVE = "live";
    private static final String FIRE = "I-FIRE000001";
    private static final String OFFICER = "王值班";
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private Graph graph;
    private DutyDesk desk;

    @BeforeEach
    void open() {
        graph = GraphForTests.openWith(
                new DistrictDraft()
                        .place("J1", 0, 0)
                        .person("P-1", "J1", holds("patrol", 3))
                        .build(),
                clock);
        desk = graph.dutyDesk();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldNotSendWhoIsSignedOffUntilTheTimeHasCome() {
        Instant until = START.plusSeconds(3_600);
        PersonStatus off = desk.signOff(LIVE, "P-1", AbsenceReason.ILL, null, until, OFFICER)
                .person();
        assertThat(off.availability()).isEqualTo(Availability.UNAVAILABLE);
        assertThat(off.absence().until()).isEqualTo(until);
        assertThat(off.absence().by()).isEqualTo(OFFICER);
        assertThat(desk.assign(LIVE, FIRE, "P-1", OFFICER).refusal()).isEqualTo(Refusal.PERSON_UNAVAILABLE);
        assertThat(desk.signOff(LIVE, "P-1", AbsenceReason.ILL, null, until, OFFICER)
                        .person()
                        .version())
                .as("the same again")
                .isEqualTo(off.version());

        clock.advance(Duration.ofMinutes(59));
        assertThat(desk.endAbsence(LIVE, "P-1").person().availability()).isEqualTo(Availability.UNAVAILABLE);
        clock.advance(Duration.ofMinutes(1));
        PersonStatus back = desk.endAbsence(LIVE, "P-1").person();
        assertThat(back.availability()).isEqualTo(Availability.FREE);
        assertThat(back.absence()).isNull();
        assertThat(desk.endAbsence(LIVE, "P-1").person().version()).isEqualTo(back.version());
        assertThat(desk.assign(LIVE, FIRE, "P-1", OFFICER).isDone()).isTrue();
    }

    @Test
    void shouldSayWhyNot() {
        assertThat(desk.signOff(LIVE, "P-404", AbsenceReason.ILL, null, null, OFFICER)
                        .refusal())
                .isEqualTo(Refusal.PERSON_UNKNOWN);
        assertThat(desk.signOff(LIVE, "P-1", AbsenceReason.OTHER, " ", null, OFFICER)
                        .refusal())
                .isEqualTo(Refusal.REASON_MISSING);
        assertThat(desk.signOff(LIVE, "P-1", AbsenceReason.BREAK, null, START, OFFICER)
                        .refusal())
                .isEqualTo(Refusal.TARGET_OUT_OF_RANGE);
        desk.assign(LIVE, FIRE, "P-1", "李值班");
        var bound = desk.signOff(LIVE, "P-1", AbsenceReason.ILL, null, null, OFFICER);
        assertThat(bound.refusal()).isEqualTo(Refusal.PERSON_TAKEN);
        assertThat(bound.heldBy()).isEqualTo("李值班");
    }

    @Test
    void shouldSignOnAgainAndStayThatWay() {
        desk.signOff(LIVE, "P-1", AbsenceReason.OTHER, "家事", null, OFFICER);
        clock.advance(Duration.ofDays(2));
        assertThat(desk.endAbsence(LIVE, "P-1").person().availability())
                .as("without an end it does not end by itself")
                .isEqualTo(Availability.UNAVAILABLE);
        assertThat(desk.signOn(LIVE, "P-1", OFFICER).person().availability()).isEqualTo(Availability.FREE);
        assertThat(desk.signOn(LIVE, "P-1", OFFICER).isDone()).isTrue();
    }
}
