package io.watchfloor.pipeline.warn.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.Grade;
import io.watchfloor.pipeline.warn.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertBookTest {
    private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
    private static final CellMap CELLS = CellMap.of(Town.of(6));
    private static final String CORNER = Town.cell(0, 0);
    private static final String NEXT = Town.cell(0, 1);
    private static final String FAR = Town.cell(5, 5);

    private final AlertBook book = new AlertBook();

    @Test
    void shouldFindTheOldestOfTheTopicThatTouches() {
        put("W-1", "water", AlertKind.CELL, CORNER);
        put("W-2", "noise", AlertKind.CELL, CORNER);
        put("W-3", "noise", AlertKind.CELL, NEXT);

        assertThat(find("noise", NEXT)).isEqualTo("W-2");
        assertThat(find("noise", FAR)).isNull();
        assertThat(find("fire", CORNER)).isNull();
    }

    @Test
    void shouldNotTakeAMatterForARiseOfItsTopic() {
        put("W-1", "noise", AlertKind.MATTER, CORNER);

        assertThat(find("noise", CORNER)).isNull();
        assertThat(book.listOfCounts("noise")).isEmpty();
    }

    @Test
    void shouldFindAnAlertAsItWasPutLast() {
        put("W-1", "noise", AlertKind.CELL, CORNER);
        put("W-1", "noise", AlertKind.CLUSTER, CORNER, FAR);

        assertThat(find("noise", FAR)).isEqualTo("W-1");
        assertThat(book.listOfCounts("noise")).hasSize(1);
    }

    @Test
    void shouldForgetWhatWasClearedADayAgo() {
        put("W-1", "noise", AlertKind.AREA);
        assertThat(book.findOpenArea("noise")).isPresent();
        book.put(standing("W-1", "noise", AlertKind.AREA, MONDAY.plusSeconds(60), List.of()));
        assertThat(book.findOpenArea("noise")).isEmpty();
        assertThat(book.listOfCounts("noise")).hasSize(1);

        book.forget(MONDAY.plus(Duration.ofHours(25)).toEpochMilli());

        assertThat(book.listOfCounts("noise")).isEmpty();
        assertThat(book.findById("W-1")).isEmpty();
    }

    @Test
    void shouldLetTheOldestGoWhenItIsFull() {
        for (int i = 0; i <= 500; i++) {
            put("W-" + i, "noise", AlertKind.CELL, CORNER);
        }

        assertThat(book.listOfCounts("noise")).hasSize(500);
        assertThat(find("noise", CORNER)).isEqualTo("W-1");
    }

    @Test
    void shouldFindThemAgainAfterARestart() {
        Blobs blobs = new KeptBlobs();
        put("W-1", "noise", AlertKind.CELL, CORNER);
        book.save(blobs);

        assertThat(AlertBook.load(blobs).find("noise", List.of(NEXT), CELLS))
                .map(found -> found.alert().id())
                .contains("W-1");
    }

    private String find(String topic, String cell) {
        return book.find(topic, List.of(cell), CELLS)
                .map(found -> found.alert().id())
                .orElse(null);
    }

    private void put(String id, String topic, AlertKind kind, String... cells) {
        book.put(standing(id, topic, kind, null, List.of(cells)));
    }

    private static StandingAlert standing(
            String id, String topic, AlertKind kind, Instant clearedAt, List<String> cells) {
        Alert alert = new Alert(
                "live",
                id,
                1,
                Grade.III,
                topic,
                cells.isEmpty() ? null : cells.get(0),
                null,
                null,
                0.7,
                "多",
                "many",
                List.of("R-1"),
                MONDAY,
                MONDAY,
                clearedAt,
                kind,
                cells,
                List.of(),
                2,
                7,
                1,
                List.of());
        return new StandingAlert(alert, MONDAY.toEpochMilli(), MONDAY.toEpochMilli());
    }
}
