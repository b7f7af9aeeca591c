package io.watchfloor.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.text.place.PlaceFinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A floor far below what it does, so that only a change of its order of magnitude fails here. */
class ReadingSpeedTest {
    private static final int READINGS = 200_000;
    private static final List<String> TEXTS = List.of(
            "锦绣家园3号楼电梯坏了，我妈还在里面，快来人",
            "人民路口两车追尾，没有人受伤，但是堵车堵死了",
            "广场舞音响太吵，每天到晚上十点，孩子睡不着",
            "Loud music all night, can't sleep, children crying",
            "Two cars crashed on Main Street, no injuries reported");

    @Test
    void aCoreReadsManyTensOfThousandsOfShortTextsPerSecond() {
        List<Report> reports = TEXTS.stream().map(ReadingSpeedTest::report).toList();
        readAll(reports);

        long start = System.nanoTime();
        long characters = readAll(reports);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        System.out.printf("%,d short texts/s%n", READINGS * 1_000L / Math.max(1, took.toMillis()));
        assertThat(characters).isPositive();
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    private static long readAll(List<Report> reports) {
        ReportReader reader = ReportReader.trained();
        long evidence = 0;
        for (int i = 0; i < READINGS; i++) {
            evidence += reader.read(reports.get(i % reports.size()), PlaceFinder.none())
                    .evidence()
                    .size();
        }
        return evidence;
    }

    private static Report report(String text) {
        Instant at = Instant.parse("2026-03-01T08:00:00Z");
        return new Report("live", "R-1", "s", "1", ReportKind.CALL, null, text, at, at, null, null, null, null);
    }
}
