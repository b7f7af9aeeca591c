package io.watchfloor.pipeline.warn.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.AlertKind;
import io.watchfloor.pipeline.warn.Town;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastRisesTest {
    private static final long HOUR = 3_600_000L;
    private static final CellMap CELLS = CellMap.of(Town.of(6));

    private final Memory memory = new Memory(new KeptBlobs());
    private final PastRises past = PastRises.load(memory);

    @Test
    void shouldThinkOfATopicAsOfTheOthersUntilItHasShownItself() {
        double before = past.usual("noise");
        for (int day = 0; day < 20; day++) {
            rise(day * 24, "garbage", Town.cell(1, 1), 60);
        }

        assertThat(past.usual("garbage")).isGreaterThan(past.usual("noise"));
        assertThat(past.usual("noise")).isGreaterThan(before);
        assertThat(Math.exp(past.usual("garbage")) - 1).isBetween(40.0, 60.0);
    }

    @Test
    void shouldTakeWhatTouchesWithinADayForOneRiseAndLearnOnlyWhatItCameTo() {
        rise(0, "noise", Town.cell(1, 1), 5);
        double before = past.usual("noise");
        rise(1, "noise", Town.cell(1, 2), 30);
        rise(3, "noise", Town.cell(2, 1), 9);

        assertThat(past.usual("noise")).isEqualTo(before);

        rise(30, "noise", Town.cell(5, 5), 5);
        double one = (Math.log(31) + 3 * Math.log(13)) / 4;
        assertThat(past.usual("garbage")).isCloseTo(one, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void shouldNotLearnFromWhatIsLikelyByChance() {
        double before = past.usual("noise");
        past.see(of("noise", Town.cell(1, 1), 30, 1e-3), CELLS, 0);
        past.see(of("noise", Town.cell(1, 1), 30, 1e-3), CELLS, 48 * HOUR);

        assertThat(past.usual("noise")).isEqualTo(before);
    }

    @Test
    void shouldGoOnFromWhatWasSaved() {
        rise(0, "noise", Town.cell(1, 1), 40);
        rise(30, "noise", Town.cell(1, 1), 50);
        past.save(memory);
        PastRises again = PastRises.load(memory);

        assertThat(again.usual("noise")).isEqualTo(past.usual("noise"));

        Rise later = of("noise", Town.cell(4, 4), 8, 1e-9);
        past.see(later, CELLS, 60 * HOUR);
        again.see(later, CELLS, 60 * HOUR);
        assertThat(again.usual("noise")).isEqualTo(past.usual("noise"));
    }

    private void rise(int hour, String topic, String cell, int reports) {
        past.see(of(topic, cell, reports, 1e-9), CELLS, hour * HOUR);
    }

    private static Rise of(String topic, String cell, int reports, double tail) {
        return new Rise(
                topic,
                AlertKind.CELL,
                List.of(cell),
                60,
                reports,
                0,
                tail,
                tail,
                0,
                0,
                Collections.nCopies(Risk.SIGNS.size(), 0.0),
                0.5);
    }
}
