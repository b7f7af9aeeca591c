package io.watchfloor.pipeline.warn.rule;

import static io.watchfloor.pipeline.warn.rule.Traffic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.Grade;
import io.watchfloor.pipeline.warn.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MattersTest {
    private static final int SIDE = 8;
    private static final List<String> SUBSTATION = List.of(
            "反对在柳叶湖小学旁边建变电站，担心孩子",
            "柳叶湖小学旁的变电站为什么没有公示",
            "柳叶湖变电站离学校太近，请重新选址",
            "再问柳叶湖小学变电站的环评",
            "家长联名：柳叶湖变电站不能建在小学旁",
            "柳叶湖小学门口开始打桩建变电站了",
            "柳叶湖变电站夜里偷偷施工",
            "请答复柳叶湖小学旁变电站何时停工");

    private int ids;

    @Test
    void shouldTellOfAMatterThatMoreAndMorePeopleSpeakOf() {
        List<Alert> told = see(watch(Blobs.none()), letters(SUBSTATION, true, null));

        Alert first = told.get(0);
        assertThat(first.alertKind()).isEqualTo(AlertKind.MATTER);
        assertThat(first.level()).isEqualTo(Grade.IV);
        assertThat(String.join("", first.words())).contains("变电站");
        assertThat(first.reasonZh()).contains("4 人", "变电站");
        assertThat(first.reasonEn()).contains("4 people");
        assertThat(first.reportIds()).hasSize(4).allMatch(id -> id.startsWith("R-letter"));
        assertThat(first.curve()).hasSize(14);
        assertThat(first.curve().stream().mapToInt(point -> point.count()).sum())
                .isEqualTo(4);
        assertThat(told).extracting(Alert::id).containsOnly(first.id());
        assertThat(told).extracting(Alert::version).isSorted().doesNotHaveDuplicates();
        assertThat(told.get(told.size() - 1).level()).isEqualTo(Grade.III);
    }

    @Test
    void shouldClearWhenNobodySpeaksOfItForTwoWeeks() {
        Watch watch = watch(Blobs.none());
        List<Sighting> letters = letters(SUBSTATION, true, null);
        Alert last = see(watch, letters).stream().reduce((a, b) -> b).orElseThrow();

        assertThat(watch.pass(Duration.ofDays(10).toMillis())).isEmpty();
        assertThat(watch.pass(Duration.ofDays(15).toMillis())).singleElement().satisfies(cleared -> {
            assertThat(cleared.id()).isEqualTo(last.id());
            assertThat(cleared.version()).isEqualTo(last.version() + 1);
            assertThat(cleared.clearedAt()).isNotNull();
        });
        assertThat(watch.isWarning()).isFalse();
    }

    @Test
    void shouldNotTakeOnePersonsLettersForMany() {
        assertThat(see(watch(Blobs.none()), letters(SUBSTATION, false, null))).isEmpty();
    }

    @Test
    void shouldNotTellOfWhatIsOverWithinADay() {
        List<Sighting> sameDay = new ArrayList<>();
        for (String text : SUBSTATION) {
            sameDay.add(letter(text, "p" + ids, MONDAY.plusSeconds(600L * ids), null));
        }

        assertThat(see(watch(Blobs.none()), sameDay)).isEmpty();
    }

    @Test
    void shouldNotJoinWhatIsSaidAlikeOfPlacesFarApart() {
        List<Sighting> letters = new ArrayList<>();
        for (int i = 0; i < SUBSTATION.size(); i++) {
            int[] cell = {i % 3 * 3, i / 3 * 3};
            letters.add(letter(SUBSTATION.get(i), "p" + i, MONDAY.plus(Duration.ofHours(20L * i)), cell));
        }

        assertThat(see(watch(Blobs.none()), letters)).isEmpty();
    }

    @Test
    void shouldTellWhereWhenItIsKnown() {
        List<Alert> told = see(watch(Blobs.none()), letters(SUBSTATION, true, new int[] {2, 3}));

        assertThat(told).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.cellIds()).containsExactly(Town.cell(2, 3));
            assertThat(alert.lat()).isCloseTo(Town.lat(2), org.assertj.core.data.Offset.offset(1e-9));
        });
    }

    @Test
    void shouldNotTakeUnlikeLettersForOneMatter() {
        assertThat(see(watch(Blobs.none()), everydayLetters(200))).isEmpty();
    }

    @Test
    void shouldGoOnAfterARestartAsIfThereHadBeenNone() {
        List<Sighting> letters = new ArrayList<>(everydayLetters(150));
        letters.addAll(letters(SUBSTATION, true, null));
        letters.sort(Comparator.comparingLong(Sighting::receivedMillis));
        List<Alert> without = see(watch(Blobs.none()), letters);

        Blobs kept = new KeptBlobs();
        List<Alert> with = new ArrayList<>();
        for (int from = 0; from < letters.size(); from += 13) {
            Watch watch = watch(kept);
            with.addAll(see(watch, letters.subList(from, Math.min(letters.size(), from + 13))));
            watch.save();
        }

        assertThat(without).isNotEmpty();
        assertThat(with).isEqualTo(without);
    }

    private static List<Alert> see(Watch watch, List<Sighting> letters) {
        return letters.stream().flatMap(letter -> watch.see(letter).stream()).toList();
    }

    /** One every 20 hours. */
    private List<Sighting> letters(List<String> texts, boolean byMany, int[] cell) {
        List<Sighting> letters = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Instant at = MONDAY.plus(Duration.ofHours(20L * i));
            letters.add(letter(texts.get(i), byMany ? "p" + i : "the same", at, cell));
        }
        return letters;
    }

    private Sighting letter(String text, String reporter, Instant at, int[] cell) {
        return new Sighting(
                "R-letter" + ids++,
                "pollution",
                0.9,
                at.toEpochMilli(),
                cell == null ? null : Double.valueOf(Town.lat(cell[0])),
                cell == null ? null : Double.valueOf(Town.lon(cell[1])),
                0.6, // a petition may be polite
                0.1,
                false,
                text,
                reporter);
    }

    /** Each of its own matter: twenty characters at random, out of three hundred. */
    private List<Sighting> everydayLetters(int count) {
        Random random = new Random(7);
        List<Sighting> letters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("请问");
            for (int k = 0; k < 20; k++) {
                text.append((char) ('\u4e00' + random.nextInt(300)));
            }
            letters.add(letter(text.toString(), "e" + i, MONDAY.plus(Duration.ofHours(i)), null));
        }
        return letters;
    }

    private static Watch watch(Blobs blobs) {
        return new Watch("live", blobs, CellMap.of(Town.of(SIDE)), Risk.SHIPPED, Thresholds.SHIPPED);
    }
}
