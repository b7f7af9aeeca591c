package io.watchfloor.pipeline.duty.rule;

import static io.watchfloor.pipeline.duty.DutyMessages.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.contract.Grade;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownAlarmTest {
    @Test
    void shouldRingWhenItComesAndWhenItGetsGraverAndNotOtherwise() {
        KnownAlarm.Change came = KnownAlarm.hear(null, news("W-1", 1, Grade.III, 0, true));
        assertThat(came.rings()).isEqualTo(1);

        KnownAlarm.Change updated = KnownAlarm.hear(came.alarm(), news("W-1", 2, Grade.III, 60, true));
        assertThat(updated.rings()).isZero();

        KnownAlarm.Change graver = KnownAlarm.hear(updated.alarm(), news("W-1", 3, Grade.I, 120, true));
        assertThat(graver.rings()).isEqualTo(1);

        KnownAlarm.Change milder = KnownAlarm.hear(graver.alarm(), news("W-1", 4, Grade.II, 180, true));
        KnownAlarm.Change again = KnownAlarm.hear(milder.alarm(), news("W-1", 5, Grade.I, 190, true));
        KnownAlarm.Change gone = KnownAlarm.hear(again.alarm(), news("W-1", 6, Grade.I, 240, false));
        assertThat(milder.rings() + again.rings() + gone.rings()).isZero();
        assertThat(KnownAlarm.hear(gone.alarm(), news("W-1", 6, Grade.I, 240, true)))
                .isNull();
    }

    @Test
    void shouldChatterWhenItComesBackWithinTenMinutes() {
        KnownAlarm came =
                KnownAlarm.hear(null, news("W-1", 1, Grade.III, 0, true)).alarm();
        KnownAlarm gone =
                KnownAlarm.hear(came, news("W-1", 2, Grade.III, 60, false)).alarm();

        assertThat(KnownAlarm.hear(gone, news("W-2", 1, Grade.III, 60 + 600, true))
                        .chatter())
                .isTrue();
        assertThat(KnownAlarm.hear(gone, news("W-2", 1, Grade.III, 60 + 601, true))
                        .chatter())
                .isFalse();
    }

    @Test
    void shouldBeStaleAfterADayUntilItGoes() {
        KnownAlarm came =
                KnownAlarm.hear(null, news("W-1", 1, Grade.III, 0, true)).alarm();

        assertThat(came.isStale(at(24 * 3_600))).isFalse();
        assertThat(came.isStale(at(24 * 3_600 + 1))).isTrue();
        KnownAlarm gone =
                KnownAlarm.hear(came, news("W-1", 2, Grade.III, 90_000, false)).alarm();
        assertThat(gone.isStale(at(100_000))).isFalse();
    }

    @Test
    void shouldMeasureTheLoadOverADay() {
        Map<Long, AlarmMinute> minutes = new HashMap<>();
        minutes.put(1_000L, AlarmMinute.NONE.plus(Grade.I, 6, false));
        minutes.put(1_007L, AlarmMinute.NONE.plus(Grade.II, 6, true));
        minutes.put(1_500L, AlarmMinute.NONE.plus(Grade.IV, 12, false));

        AlarmHealth health = AlarmLoad.of("live", minutes, 1_000, 1_999, 3, 7, Instant.EPOCH);

        assertThat(health).isEqualTo(new AlarmHealth("live", 7, 0.24, 12, 0.02, 6, 6, 12, 1, 3, Instant.EPOCH));
    }

    @Test
    void shouldNeverFindMoreFloodsThanThereWereWindows() {
        Map<Long, AlarmMinute> minutes = Map.of(
                1_008L, AlarmMinute.NONE.plus(Grade.I, 20, false),
                1_011L, AlarmMinute.NONE.plus(Grade.I, 20, false));

        assertThat(AlarmLoad.of("live", minutes, 1_005, 1_012, 0, 1, Instant.EPOCH)
                        .floodShare())
                .isEqualTo(1);
        assertThat(AlarmLoad.of("live", minutes, 1_005, 1_024, 0, 1, Instant.EPOCH)
                        .floodShare())
                .isEqualTo(0.6667);
    }

    @Test
    void shouldLeaveOutWhatIsOlderThanADay() {
        Map<Long, AlarmMinute> minutes = Map.of(1_000L, AlarmMinute.NONE.plus(Grade.I, 6, false));

        assertThat(AlarmLoad.of("live", minutes, 0, 1_000 + AlarmLoad.DAY - 1, 0, 1, Instant.EPOCH)
                        .high())
                .isEqualTo(6);
        assertThat(AlarmLoad.of("live", minutes, 0, 1_000 + AlarmLoad.DAY, 0, 1, Instant.EPOCH)
                        .high())
                .isZero();
    }

    @Test
    void shouldNotRingAgainForWhatWasToldBeforeAJoin() {
        KnownAlarm twice = KnownAlarm.hear(null, told(3, 2, 0, true, false)).alarm();
        KnownAlarm joined = KnownAlarm.hear(twice, told(4, 2, 60, false, false)).alarm();

        KnownAlarm.Change back = KnownAlarm.hear(joined, told(5, 2, 120, true, true));
        assertThat(back.rings()).isZero();
        assertThat(back.chatter()).isFalse();
        assertThat(back.alarm().goneAt()).isNull();
        assertThat(KnownAlarm.hear(back.alarm(), told(6, 3, 180, true, false)).rings())
                .isEqualTo(1);
    }

    private static AlarmNews news(String id, long version, Grade grade, long second, boolean standing) {
        return new AlarmNews("CELL/noise/C-1", id, version, grade, 1, at(second), standing, false);
    }

    private static AlarmNews told(long version, int told, long second, boolean standing, boolean resumed) {
        return new AlarmNews("I-1/DISPATCH", "I-1/DISPATCH", version, Grade.I, told, at(second), standing, resumed);
    }
}
